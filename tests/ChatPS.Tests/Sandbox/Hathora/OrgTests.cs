using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class OrgTests : HathoraTest
{
    [Fact]
    public async Task An_invitation_is_made_changed_and_taken_back()
    {
        var path = $"orgs/v1/{Org}/invites";
        var made = await Made(Admin.Put(path, new JsonObject { ["userEmail"] = "new@example.com" }), 200);
        Assert.Equal(("member", Service.Admin.Email), ((string)made["scopes"]!, (string)made["invitedBy"]!));
        IsError(await Admin.Put(path, new JsonObject { ["userEmail"] = "new@example.com" }), 422, "already");
        IsError(await Admin.Put(path, new JsonObject { ["userEmail"] = Service.Member.Email }), 422, "already");
        IsError(await Admin.Put(path, new JsonObject { ["userEmail"] = "nobody" }), 422, "userEmail");
        IsError(await Admin.Put(path, new JsonObject { ["userEmail"] = "x@example.com", ["scopes"] = "owner" }), 422, "scopes");
        Assert.Equal("true", (await Admin.Post(path, new JsonObject { ["userEmail"] = "new@example.com", ["scopes"] = new JsonArray("builds:read") })).Text);
        Assert.Contains("builds:read\"", (await Admin.Get(path + "/pending")).Text);
        Assert.Equal(204, (await Admin.Post(path + "/rescind", new JsonObject { ["userEmail"] = "new@example.com" })).Status);
        IsError(await Admin.Post(path + "/rescind", new JsonObject { ["userEmail"] = "new@example.com" }), 404);
    }

    [Fact]
    public async Task An_accepted_invitation_makes_a_member()
    {
        var invite = (await Admin.Get("orgs/v1/user/invites/pending"))["invites"]!.AsArray().Single()!;
        var org = (string)invite["orgId"]!;
        Assert.Equal(204, (await Admin.Post($"orgs/v1/{org}/invites/accept")).Status);
        IsError(await Admin.Post($"orgs/v1/{org}/invites/accept"), 404);
        Assert.Empty((await Admin.Get("orgs/v1/user/invites/pending"))["invites"]!.AsArray());
        var member = (await Admin.Get($"orgs/v1/{org}/members"))["members"]!.AsArray().Single(member => (string)member!["userEmail"]! == Service.Admin.Email)!;
        Assert.Equal(("member", "2026-03-01T12:00:00.000Z"), ((string)member["scopes"]!, (string)member["joinedAt"]!));
    }

    [Fact]
    public async Task A_rejected_invitation_is_gone()
    {
        var org = (string)(await Admin.Get("orgs/v1/user/invites/pending"))["invites"]![0]!["orgId"]!;
        IsError(await Member.Post($"orgs/v1/{org}/invites/reject"), 404);
        Assert.Equal(204, (await Admin.Post($"orgs/v1/{org}/invites/reject")).Status);
        IsError(await Admin.Get($"orgs/v1/{org}/members"), 401);
        Assert.Empty(Service.State.Orgs.Single(one => one.Id == org).Invites);
    }

    [Fact]
    public async Task Bills_add_up()
    {
        var items = (await Admin.Get("billing/v1/upcoming/items"))["invoiceItems"]!.AsArray();
        Assert.Equal(items.Sum(item => (decimal)item!["amount"]!), (decimal)(await Admin.Get("billing/v1/upcoming/total"))["value"]!);
        Assert.Matches(@"^\d+(\.\d+)?$", (await Admin.Get("billing/v1/balance")).Text);
        Assert.Equal(6, (await Admin.Get("billing/v1/invoices")).Items.Count);
        Assert.Matches("""^"https://.*"$""", (await Admin.Post("billing/v1/customerportalurl", new JsonObject { ["returnUrl"] = "https://example.com/" })).Text);
        IsError(await Admin.Post("billing/v1/customerportalurl", new JsonObject { ["returnUrl"] = "here" }), 422, "returnUrl");
        Assert.True((double)(await Admin.Get("orgs/v1/metadata/usageLimits"))["monthlyProcessVcpuHoursConsumed"]! > 0);
    }

    [Fact]
    public async Task Every_region_can_be_pinged()
    {
        var endpoints = (await Anybody.Get("discovery/v2/ping")).Items;
        Assert.Equal(14, endpoints.DistinctBy(endpoint => (string)endpoint["region"]!).Count());
        Assert.All(endpoints, endpoint => Assert.Equal(("127.0.0.1", Service.BaseUri.Port), ((string)endpoint["host"]!, (int)endpoint["port"]!)));
    }
}
