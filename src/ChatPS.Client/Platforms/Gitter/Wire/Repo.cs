namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class Repo : WireObject
{
    public System.Text.Json.JsonElement Id { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public bool? Private { get; set; }

    public string? AbsoluteUri { get; set; }

    /// <summary>The room of the repository; left out or null when it has none.</summary>
    public Room? Room { get; set; }
}
