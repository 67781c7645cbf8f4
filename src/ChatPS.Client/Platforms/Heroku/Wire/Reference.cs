namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>What an object says of another one: as much of these as applies.</summary>
internal sealed class Reference
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }
}
