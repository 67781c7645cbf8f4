namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>What a certificate says of itself.</summary>
internal sealed record Certificate(
    string Id, string Chain, string Subject, string Issuer, DateTimeOffset StartsAt, DateTimeOffset ExpiresAt, IReadOnlyList<string> Domains);

/// <summary>A certificate for some of an app's domains, chosen by the name that the browser asks for.</summary>
internal sealed class SniEndpoint : NamedEntity
{
    public required Certificate Certificate { get; set; }
}

/// <summary>The endpoint of the API of 2015: an address of its own with a certificate.</summary>
internal sealed class SslEndpoint : NamedEntity
{
    public required Certificate Certificate { get; set; }

    /// <summary>The certificate before the last change, which a rollback brings back.</summary>
    public Certificate? Former { get; set; }
}

/// <summary>An address that the log is copied to.</summary>
internal sealed class LogDrain : Entity
{
    /// <summary>The add-on that it belongs to, if any.</summary>
    public AddOn? AddOn { get; init; }

    /// <summary>The name by which the log's router knows it.</summary>
    public required string Token { get; init; }

    public required string Url { get; set; }
}

/// <summary>What stands at an app's edges.</summary>
internal sealed partial class App
{
    public List<SniEndpoint> SniEndpoints { get; } = [];

    public List<SslEndpoint> SslEndpoints { get; } = [];

    public List<LogDrain> LogDrains { get; } = [];
}
