using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppFormationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Sent => sandbox.Server.Requests[^1];

    [Fact]
    public void FormationList_gets_the_process_types_of_an_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var types = shell.Run<ChatAppFormation>("Get-ChatAppFormation backend -SortBy type -Descending");
        Assert.Equal(["GET /apps/backend/formation"], sandbox.Wire);
        Assert.Equal(("type ..; max=200, order=desc", "application/vnd.heroku+json; version=3"), (Sent.Header("Range"), Sent.Header("Accept")));
        Assert.Equal(["worker", "web"], types.Select(t => t.Type));
        Assert.All(types, t => Assert.Equal(("backend", "Basic"), (t.AppName, t.Size)));
        Assert.Equal("bundle exec puma", types[1].Command);
        Assert.NotNull(types[1].SizeId);
        Assert.NotNull(types[1].CreatedAt);
    }

    [Fact]
    public void FormationInfo_gets_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var web = shell.Run<ChatAppFormation>("Get-ChatAppFormation backend web").Single();
        Assert.Equal(["GET /apps/backend/formation/web"], sandbox.Wire);
        Assert.Equal(web.Id, shell.Run<ChatAppFormation>("Get-ChatAppFormation backend w?b").Single().Id);
        Assert.Equal(web.Id, shell.Run<ChatAppFormation>("$args[0] | Get-ChatAppFormation", web).Single().Id);
        Assert.Equal($"GET /apps/{web.AppId}/formation/web", sandbox.Wire.Last());
    }

    [Fact]
    public void The_first_ones_cost_one_page()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Single(shell.Run<ChatAppFormation>("Get-ChatAppFormation backend -First 1"));
        Assert.Equal(["GET /apps/backend/formation"], sandbox.Wire);
        Assert.Equal("id ..; max=1", Sent.Header("Range"));
    }

    [Fact]
    public void FormationUpdate_changes_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var web = shell.Run<ChatAppFormation>("Set-ChatAppFormation backend web -Quantity 5 -Size Standard-1X -PassThru").Single();
        Assert.Equal(["PATCH /apps/backend/formation/web"], sandbox.Wire);
        Assert.Equal("""{"quantity":5,"dyno_size":{"name":"Standard-1X"}}""", Sent.Body);
        Assert.Equal((5, "Standard-1X", "backend"), (web.Quantity, web.Size, web.AppName));
        Assert.Empty(shell.RunClean("Set-ChatAppFormation backend web -Size $args[0]", web.SizeId));
        Assert.Equal($$$"""{"dyno_size":{"id":"{{{web.SizeId}}}"}}""", Sent.Body);
        shell.RunClean("Set-ChatAppFormation backend web -Quantity 0");
        Assert.Equal("""{"quantity":0}""", Sent.Body);
    }

    [Fact]
    public void FormationBatchUpdate_changes_several_in_one_request()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var types = shell.Run<ChatAppFormation>("'web', 'worker' | Set-ChatAppFormation -App billing -Quantity 2 -PassThru");
        Assert.Equal(["PATCH /apps/billing/formation"], sandbox.Wire);
        Assert.Equal("""{"updates":[{"type":"web","quantity":2},{"type":"worker","quantity":2}]}""", Sent.Body);
        Assert.Equal([("web", 2), ("worker", 2)], types.Select(t => (t.Type, t.Quantity)));
    }

    [Fact]
    public void Quantities_may_count_from_what_there_is()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppFormation builds web -Quantity 2");
        Assert.Equal(3, shell.Run<ChatAppFormation>("Set-ChatAppFormation builds web -Quantity +1 -PassThru").Single().Quantity);
        Assert.Equal("PATCH /apps/builds/formation", sandbox.Wire.Last());
        Assert.Equal("""{"updates":[{"type":"web","quantity":"+1"}]}""", JsonNode.Parse(Sent.Body)!.ToJsonString(Relaxed));
        Assert.Equal(1, shell.Run<ChatAppFormation>("Set-ChatAppFormation builds web -Quantity -2 -PassThru").Single().Quantity);
    }

    [Fact]
    public void Rows_say_what_each_type_is_to_have()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("""
            [pscustomobject]@{ App = 'capacity'; Type = 'web'; Quantity = '3'; Size = '' },
            [pscustomobject]@{ App = 'data'; Type = 'web'; Quantity = '1'; Size = 'Basic' },
            [pscustomobject]@{ App = 'capacity'; Type = 'worker'; Quantity = ''; Size = 'Standard-2X' } | Set-ChatAppFormation
            """);
        Assert.Equal(["PATCH /apps/capacity/formation", "PATCH /apps/data/formation/web"], sandbox.Wire);
        Assert.Equal(
            ["""{"updates":[{"type":"web","quantity":3},{"type":"worker","dyno_size":{"name":"Standard-2X"}}]}""", """{"quantity":1,"dyno_size":{"name":"Basic"}}"""],
            sandbox.Server.Requests.Select(r => r.Body));
    }

    [Fact]
    public void Objects_are_changed_by_what_is_given_alone()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Get-ChatAppFormation docs -SortBy type | Set-ChatAppFormation -Size Standard-1X");
        Assert.Equal(
            """{"updates":[{"type":"web","dyno_size":{"name":"Standard-1X"}},{"type":"worker","dyno_size":{"name":"Standard-1X"}}]}""", Sent.Body);
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatAppFormation docs web | Set-ChatAppFormation").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["GET"], sandbox.Server.Requests.Select(r => r.Method));
    }

    [Fact]
    public void An_app_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var changed = shell.Run("'edge', 'no-such-app', 'growth' | ForEach-Object { [pscustomobject]@{ App = $_; Type = 'web' } } | Set-ChatAppFormation -Quantity 1 -PassThru");
        Assert.Equal(["edge", "growth"], changed.Select(t => ((ChatAppFormation)t.BaseObject).AppName));
        Assert.Equal("no-such-app", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void A_quantity_is_a_whole_number()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Contains("Quantity", shell.Fail("Set-ChatAppFormation backend web -Quantity many").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppFormation backend web, worker -Quantity 1 -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppFormation x")]
    [InlineData("Set-ChatAppFormation x web -Quantity 1")]
    public void What_a_platform_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // A plus sign may be written as it is or escaped: both are the same JSON.
    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
