namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Knows a picture by what it begins with.</summary>
internal static class PictureFormat
{
    /// <summary>The format's name; null for what is no picture.</summary>
    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "gif",
        [(byte)'B', (byte)'M', ..] => "bmp",
        _ => null,
    };
}
