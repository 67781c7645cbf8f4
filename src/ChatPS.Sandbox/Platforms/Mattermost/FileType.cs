namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The type of a file, which the server goes by its name for, whatever the client says.</summary>
internal static class FileType
{
    // Without a table of the system's own the server knows these.
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".css" => "text/css; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".gif" => "image/gif",
        ".htm" or ".html" => "text/html; charset=utf-8",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        ".webp" => "image/webp",
        ".xml" => "text/xml; charset=utf-8",
        _ => "",
    };
}
