using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.ServerConfigs;

/// <summary>Reads configurations that somebody keeps in files.</summary>
internal static class ConfigFiles
{
    /// <exception cref="ChatException">There is no such file, or it has no configuration in it.</exception>
    public static JsonObject Read(PSCmdlet cmdlet, string path) => JsonObjects.Parse(LocalFiles.ReadText(cmdlet, path)) as JsonObject
        ?? throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' has no configuration in it.") { Advice = "Give a JSON file of sections with their settings." };
}
