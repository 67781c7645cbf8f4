namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class BuildPart
{
    public double PartNumber { get; set; }

    public string? PutRequestUrl { get; set; }
}
