using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class IntegrityResult
{
    public IntegrityData? Data { get; set; }

    public JsonElement Err { get; set; }
}
