using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora.Seeding;

/// <summary>What an organization has beside its apps: bills, tokens, machines.</summary>
internal sealed class OrgSeed(HathoraState state, Seeder seeder, Organization org)
{
    public void Fill(bool secondFleet)
    {
        AddBills();
        AddToken("ci", Access.Of(["builds:read-write", "deployments:read-write"]), days: 200);
        AddToken("dashboards", Access.Of(Access.Of("viewer").Granted), days: 90);
        AddToken("first-try", Access.Admin, days: 280).Revoked = true;
        org.DefaultFleetId = AddFleet("main", "shape-amd64-8-16", ["Washington_DC", "Frankfurt", "Tokyo"]).Id;
        if (secondFleet)
            AddFleet("vision", "shape-l4-1", ["Seattle"]);
    }

    private void AddBills()
    {
        var present = new DateOnly(seeder.Now.UtcDateTime.Year, seeder.Now.UtcDateTime.Month, 1);
        for (var back = 6; back > 0; back--)
            org.Invoices.Add(new("in_" + seeder.HexId(16), present.AddMonths(-back), seeder.Between(1000, 90_000) / 100.0, back > 1 ? "paid" : org.CanPay ? "pending" : "overdue"));
        org.UpcomingItems.Add(new("Compute", "vCPU hour", org.VcpuHoursConsumed, 0.12));
        org.UpcomingItems.Add(new("Egress", "GB", seeder.Between(10, 400), 0.08));
        org.UpcomingItems.Add(new("Fleet nodes", "node hour", seeder.Between(100, 900), 0.31));
    }

    private OrgToken AddToken(string name, Access access, int days)
    {
        var token = new OrgToken
        {
            Id = state.NewId("org-token-"),
            Org = org,
            Name = name,
            Value = HathoraState.NewOrgToken(),
            Access = access,
            CreatedBy = org.Members[0].User.Email,
            CreatedAt = seeder.Now.AddDays(-days),
        };
        org.Tokens.Add(token);
        return token;
    }

    private Fleet AddFleet(string name, string shape, string[] regions)
    {
        var created = seeder.Now.AddDays(-120);
        var fleet = state.NewFleet(org, name, NodeShapes.Find(shape), 80, created);
        foreach (var region in regions)
            state.Resize(fleet, region, seeder.Between(1, 3), created.AddDays(1));
        return fleet;
    }
}
