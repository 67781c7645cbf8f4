using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms;

/// <summary>An object as a platform sends it. What the class does not name is kept, for the model to show.</summary>
internal abstract class WireObject
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unnamed { get; set; }
}
