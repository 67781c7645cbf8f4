namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>Room for the archive of a source.</summary>
internal sealed class Source
{
    public SourceAddresses? SourceBlob { get; set; }
}

internal sealed class SourceAddresses
{
    public string? GetUrl { get; set; }

    public string? PutUrl { get; set; }
}
