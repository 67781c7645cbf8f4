namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class Group : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Uri { get; set; } = "";
}
