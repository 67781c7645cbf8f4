namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>A kind of add-on.</summary>
internal sealed class AddOnService : NamedEntity
{
    public required string HumanName { get; init; }

    /// <summary>What the first attachment in an app is called.</summary>
    public required string Alias { get; init; }

    /// <summary>What an attachment's config var has after the name, e.g. <c>_URL</c>.</summary>
    public required string Suffix { get; init; }

    /// <summary>The scheme of the address in the config var.</summary>
    public required string Scheme { get; init; }

    public bool SupportsSharing { get; init; }

    /// <summary>Whether its add-ons read the app's log.</summary>
    public bool DrainsLog { get; init; }

    /// <summary>The default first.</summary>
    public List<Plan> Plans { get; } = [];
}

/// <summary>A size of an add-on and what it costs. Its name is the service's, a colon and the plan's own.</summary>
internal sealed class Plan : NamedEntity
{
    public required AddOnService Service { get; init; }

    public required string HumanName { get; init; }

    /// <summary>Per month.</summary>
    public required int Cents { get; init; }

    /// <summary>The part of the name after the colon.</summary>
    public string ShortName => Name[(Service.Name.Length + 1)..];
}

/// <summary>An add-on of an app.</summary>
internal sealed class AddOn : NamedEntity
{
    public required App App { get; init; }

    public required Plan Plan { get; set; }

    public required string ProviderId { get; init; }

    /// <summary>The value of its config vars.</summary>
    public required string Address { get; init; }

    public string State { get; set; } = "provisioned";

    public AddOnService Service => Plan.Service;

    /// <summary>The settings that the provider keeps; null for one that is known but empty.</summary>
    public SortedDictionary<string, string?> Config { get; } = new(StringComparer.Ordinal);
}

/// <summary>The use of an add-on by an app, under a name.</summary>
internal sealed class AddOnAttachment : NamedEntity
{
    public required AddOn AddOn { get; init; }

    public required App App { get; init; }

    public string? Namespace { get; init; }

    public string ConfigVar => Name + AddOn.Service.Suffix;
}
