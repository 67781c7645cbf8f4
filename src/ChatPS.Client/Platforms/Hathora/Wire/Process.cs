namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Process : WireObject
{
    public string ProcessId { get; set; } = "";

    public string Status { get; set; } = "";
}
