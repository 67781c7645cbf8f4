namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class PingEndpoint : WireObject
{
    public string Region { get; set; } = "";

    public string Host { get; set; } = "";

    // As it stands in the JSON it may have a fraction.
    public double Port { get; set; }
}
