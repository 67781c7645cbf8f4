namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class PlayerToken : WireObject
{
    public string Token { get; set; } = "";
}
