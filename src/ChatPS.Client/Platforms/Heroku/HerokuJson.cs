using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Heroku.Wire;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Heroku's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Authorization))]
[JsonSerializable(typeof(Build))]
[JsonSerializable(typeof(Domain))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Key))]
[JsonSerializable(typeof(OAuthClient))]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(RateLimit))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Slug))]
[JsonSerializable(typeof(Source))]
internal sealed partial class HerokuJson : JsonSerializerContext;
