using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Heroku.Wire;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Heroku's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Authorization))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Domain))]
[JsonSerializable(typeof(Dyno))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Feature))]
[JsonSerializable(typeof(Formation))]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(RateLimit))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Release))]
internal sealed partial class HerokuJson : JsonSerializerContext;
