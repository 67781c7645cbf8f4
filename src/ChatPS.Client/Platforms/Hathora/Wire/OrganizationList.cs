namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class OrganizationList
{
    public Organization[] Orgs { get; set; } = [];
}
