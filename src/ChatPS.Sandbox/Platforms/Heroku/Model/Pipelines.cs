namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>Apps that share a codebase, at the stages of its way to production.</summary>
internal sealed class Pipeline : NamedEntity
{
    /// <summary>The owner, unless it is a team.</summary>
    public Account? User { get; set; }

    public Team? Team { get; set; }

    public List<PipelineCoupling> Couplings { get; } = [];

    /// <summary>Config vars by stage.</summary>
    public Dictionary<string, SortedDictionary<string, string>> ConfigVars { get; } = [];

    public bool IsSeenBy(Account account) => User == account || Team?.RoleOf(account) is not null;
}

/// <summary>An app's place in a pipeline.</summary>
internal sealed class PipelineCoupling : Entity
{
    public required Pipeline Pipeline { get; init; }

    public required App App { get; init; }

    public required string Stage { get; set; }
}

/// <summary>A release of one app brought to others.</summary>
internal sealed class PipelinePromotion : Entity
{
    public required Pipeline Pipeline { get; init; }

    public required App Source { get; init; }

    public required Release Release { get; init; }

    public List<PipelinePromotionTarget> Targets { get; } = [];
}

/// <summary>What a promotion did to one app.</summary>
internal sealed class PipelinePromotionTarget : Entity
{
    public required App App { get; init; }

    /// <summary>The release that it made; null where it failed.</summary>
    public Release? Release { get; init; }

    public string? ErrorMessage { get; init; }
}
