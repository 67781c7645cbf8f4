namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>A build that waits for its source, with the addresses where that goes. Whoever knows them may upload there.</summary>
internal sealed class CreatedBuild : Build
{
    public string? CompleteUploadPostRequestUrl { get; set; }

    /// <summary>How many bytes a part has; the last one has what is left.</summary>
    // Numbers of the API may have a fraction as they stand in the JSON.
    public double MaxChunkSize { get; set; }

    public BuildPart[]? UploadParts { get; set; }
}
