namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class LogSession
{
    /// <summary>Where the lines are; whoever knows it reads them.</summary>
    public string? LogplexUrl { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
