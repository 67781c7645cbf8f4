namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>A picture or a file that was uploaded, to be fetched by whoever knows its id.</summary>
internal sealed record StoredFile(string Id, string Name, string ContentType, ReadOnlyMemory<byte> Content);
