using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The upload of a build's source: where its parts go, and which of them are there.</summary>
/// <param name="Source">What is uploaded.</param>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Completion">Where it is said that all parts are there.</param>
internal sealed record BuildUpload(SourceArchive Source, IReadOnlyList<BuildUploadPart> Parts, Secret Completion)
{
    /// <summary>Whether the platform has put the parts together.</summary>
    public bool IsComplete { get; set; }
}

/// <summary>A part of an upload.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Where in the whole it begins.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Address">Where it goes.</param>
internal sealed record BuildUploadPart(int Number, long Offset, long Length, Secret Address)
{
    /// <summary>What the platform calls the part now that it is there; null before.</summary>
    public string? ETag { get; set; }
}
