using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Reads what a plugin's archive says of it.</summary>
internal static class PluginBundle
{
    /// <exception cref="Problem">It is no archive, or not of a plugin.</exception>
    public static JsonObject ReadManifest(ReadOnlyMemory<byte> archive)
    {
        var manifest = Find(archive) ?? throw new Problem(400, "app.plugin.manifest.app_error", "The archive has no manifest of a plugin.");
        if (manifest.Text("id") is not { Length: >= 3 and <= 190 } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new Problem(400, "app.plugin.invalid_id.app_error", "The plugin's id isn't valid.");
        return manifest;
    }

    private static JsonObject? Find(ReadOnlyMemory<byte> archive)
    {
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(archive.ToArray()), CompressionMode.Decompress);
            using var entries = new TarReader(unpacked);
            while (entries.GetNextEntry() is { } entry)
            {
                // In the root, or in the one folder that there is.
                if (entry.DataStream is { } content && Path.GetFileName(entry.Name) == "plugin.json" && entry.Name.TrimStart('.', '/').Count(c => c == '/') <= 1)
                    return JsonNode.Parse(content) as JsonObject;
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new Problem(400, "app.plugin.extract.app_error", "The archive of the plugin cannot be read.");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
