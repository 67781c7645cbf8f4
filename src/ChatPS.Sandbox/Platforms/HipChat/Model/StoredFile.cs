namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>A picture or a file that was uploaded, to be fetched by whoever knows its id.</summary>
internal sealed record StoredFile(string Id, string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Something with a picture.</summary>
internal interface IPictured
{
    /// <summary>Null where there is none.</summary>
    StoredFile? Picture { get; set; }
}
