using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Heroku.Wire;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Heroku's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Authorization))]
[JsonSerializable(typeof(Domain))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(LogDrain))]
[JsonSerializable(typeof(LogSession))]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(RateLimit))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class HerokuJson : JsonSerializerContext;
