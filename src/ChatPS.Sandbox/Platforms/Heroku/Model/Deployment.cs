namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>Bytes at an address that is the only key to them.</summary>
internal sealed class Blob
{
    /// <summary>Null until something was uploaded.</summary>
    public ReadOnlyMemory<byte>? Content { get; set; }

    /// <summary>Told of what was uploaded.</summary>
    public Action<ReadOnlyMemory<byte>>? Uploaded { get; init; }
}

/// <summary>A source tree on its way to becoming a slug.</summary>
internal sealed class Build : Entity
{
    public required App App { get; init; }

    public required Account User { get; init; }

    public required Stack Stack { get; init; }

    public required string SourceUrl { get; init; }

    public string? Checksum { get; init; }

    public string? Version { get; init; }

    public string? VersionDescription { get; init; }

    public required IReadOnlyList<Buildpack> Buildpacks { get; init; }

    /// <summary>The secret end of the address of the output.</summary>
    public required string OutputKey { get; init; }

    public string Output { get; set; } = "";

    /// <summary>pending, succeeded or failed.</summary>
    public string Status { get; set; } = "pending";

    public Slug? Slug { get; set; }

    public Release? Release { get; set; }
}

/// <summary>What turns a source tree into a slug.</summary>
internal sealed record Buildpack(string Url, string Name)
{
    private const string Registered = "urn:buildpack:";

    /// <summary>A buildpack by its address or by its name in the registry.</summary>
    public static Buildpack Of(string text) => text switch
    {
        _ when text.StartsWith(Registered, StringComparison.Ordinal) => new(text, text[Registered.Length..]),
        _ when text.Contains("://", StringComparison.Ordinal) => new(text, text),
        _ => new(Registered + text, text),
    };
}

/// <summary>An app made from a source tree in one go.</summary>
internal sealed class AppSetup : Entity
{
    public required App App { get; init; }

    public required Build Build { get; init; }
}

/// <summary>How an app is built.</summary>
internal sealed partial class App
{
    public List<Build> Builds { get; } = [];

    /// <summary>In the order in which they run.</summary>
    public List<Buildpack> Buildpacks { get; set; } = [];
}
