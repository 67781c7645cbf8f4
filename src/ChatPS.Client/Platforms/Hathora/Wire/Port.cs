namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>A port of a container, or with a host one that is reached from outside.</summary>
internal sealed class Port
{
    public string Name { get; set; } = "";

    public string? Host { get; set; }

    // As it stands in the JSON it may have a fraction.
    [System.Text.Json.Serialization.JsonPropertyName("port")]
    public double Number { get; set; }

    public string TransportType { get; set; } = "";

    public ChatPort ToModel() => new() { Name = Name, Host = Host, Port = (int)Number, Transport = TransportType };
}
