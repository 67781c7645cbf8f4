namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>Tells pictures by their first bytes.</summary>
internal static class Picture
{
    /// <summary>The media type; null for what is no picture.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        _ => null,
    };
}
