namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>What every resource has: an id and two times.</summary>
internal abstract class Entity
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed; at first its creation.</summary>
    public DateTimeOffset UpdatedAt
    {
        get => field == default ? CreatedAt : field;
        set;
    }
}

/// <summary>A resource that can be named in place of its id.</summary>
internal abstract class NamedEntity : Entity
{
    public required string Name { get; set; }
}
