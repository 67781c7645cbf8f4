namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Variable
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
