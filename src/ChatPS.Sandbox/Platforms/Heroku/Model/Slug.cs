namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>Code ready to run.</summary>
internal sealed class Slug : Entity
{
    public required Stack Stack { get; init; }

    public required IReadOnlyDictionary<string, string> ProcessTypes { get; init; }

    public string? BuildpackProvidedDescription { get; init; }

    public string? Checksum { get; init; }

    public string? Commit { get; init; }

    public string? CommitDescription { get; init; }

    public int? Size { get; set; }
}

internal sealed partial class App
{
    public List<Slug> Slugs { get; } = [];
}
