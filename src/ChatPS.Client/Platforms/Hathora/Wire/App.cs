namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class App : WireObject
{
    public string AppId { get; set; } = "";

    public string AppName { get; set; } = "";
}
