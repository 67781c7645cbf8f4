namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Authorization : WireObject
{
    public string Id { get; set; } = "";

    public TokenValue? AccessToken { get; set; }
}
