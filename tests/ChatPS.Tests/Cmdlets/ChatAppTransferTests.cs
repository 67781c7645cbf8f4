using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>The client of 2015 calls these AppTransferCreate, AppTransferList, AppTransferInfo, AppTransferUpdate and AppTransferDelete.</summary>
public sealed class ChatAppTransferTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string All = "/account/app-transfers";

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private string Friend => sandbox.Heroku.Member.Email;

    /// <summary>Offers new apps of the administrator's to the member.</summary>
    private IReadOnlyList<ChatAppTransfer> Offer(Shell shell, params string[] apps)
    {
        var offers = shell.Run<ChatAppTransfer>("$args[0] | New-ChatApp | New-ChatAppTransfer -Recipient $args[1]", apps, Friend);
        sandbox.Server.ClearRequests();
        return offers;
    }

    [Fact]
    public void AppTransferCreate_offers_an_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("New-ChatApp offer-one").Single();
        var offer = shell.Run<ChatAppTransfer>("New-ChatAppTransfer offer-one $args[0]", Friend).Single();
        Assert.Equal($"POST {All}", sandbox.Wire.Last());
        Assert.Equal($$"""{"app":"offer-one","recipient":"{{Friend}}"}""", Last.Body);
        Assert.Equal((app.Id, "offer-one", "pending"), (offer.AppId, offer.AppName, offer.State));
        Assert.Equal((sandbox.Heroku.Admin.Email, Friend, sandbox.Heroku.Member.UserId), (offer.Owner, offer.Recipient, offer.RecipientId));
        Assert.Equal(offer.Id, offer.AppTransferId);
        Assert.NotNull(offer.CreatedAt);
    }

    [Fact]
    public void Apps_come_from_the_pipeline_or_from_the_session_and_silence_is_sent_as_given()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = 'offer-pipe', 'offer-row', 'offer-session' | New-ChatApp");
        sandbox.Server.ClearRequests();
        shell.RunClean("$null = Get-ChatApp offer-pipe | New-ChatAppTransfer -Recipient $args[0] -Silent", Friend);
        Assert.Contains("\"silent\":true", Last.Body, StringComparison.Ordinal);
        shell.RunClean("$null = [pscustomobject]@{ App = 'offer-row'; Recipient = $args[0] } | New-ChatAppTransfer -Silent:$false", Friend);
        Assert.Equal($$"""{"app":"offer-row","recipient":"{{Friend}}","silent":false}""", Last.Body);
        shell.RunClean("Set-ChatSession -App offer-session; $null = New-ChatAppTransfer -Recipient $args[0]", Friend);
        Assert.StartsWith("""{"app":"offer-session",""", Last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_that_fails_leaves_the_others_made()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = 'offer-a', 'offer-b' | New-ChatApp");
        var error = shell.Fail("$null = 'offer-a', 'no-such-app', 'offer-b' | New-ChatAppTransfer -Recipient $args[0] -ThrottleLimit 3", Friend);
        Assert.Equal("no-such-app", error.TargetObject);
        Assert.Equal(["offer-a", "offer-b"], shell.Run<ChatAppTransfer>("Get-ChatAppTransfer offer-[ab]").Select(t => t.AppName).Order());
    }

    [Fact]
    public void AppTransferList_lists_both_sides_offers()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Offer(shell, "listed-one", "listed-two", "listed-three");
        Assert.Equal(2, shell.Run<ChatAppTransfer>("Get-ChatAppTransfer -First 2").Count);
        Assert.Equal([$"GET {All}"], sandbox.Wire);
        Assert.Equal("id ..; max=2", Last.Header("Range"));

        Assert.NotEmpty(shell.Run<ChatAppTransfer>("Get-ChatAppTransfer -SortBy created_at -Descending"));
        Assert.Equal("created_at ..; max=200, order=desc", Last.Header("Range"));

        using var friend = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        Assert.Contains(friend.Run<ChatAppTransfer>("Get-ChatAppTransfer listed-t*"), t => t.AppName == "listed-two");
    }

    [Fact]
    public void AppTransferInfo_finds_one_by_id_app_name_or_object()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var offer = Offer(shell, "found-one").Single();
        Assert.Equal(offer.Id, shell.Run<ChatAppTransfer>("Get-ChatAppTransfer $args[0]", offer.Id).Single().Id);
        Assert.Equal(offer.Id, shell.Run<ChatAppTransfer>("[pscustomobject]@{ AppTransferId = $args[0] } | Get-ChatAppTransfer", offer.Id).Single().Id);
        Assert.Equal($"GET {All}/{offer.Id}", sandbox.Wire.Last());
        Assert.Equal(offer.Id, shell.Run<ChatAppTransfer>("Get-ChatApp found-one | Get-ChatAppTransfer").Single().Id);
        Assert.Equal($"GET {All}/found-one", sandbox.Wire.Last());

        var found = shell.Run("$args[0], 'no-such-transfer', 'found-one' | Get-ChatAppTransfer", offer.Id);
        Assert.Equal(2, found.Count);
        Assert.Equal("no-such-transfer", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void AppTransferUpdate_accepts_and_declines_for_the_recipient()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var offers = Offer(shell, "taken-app", "spurned-app");

        using var friend = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        Assert.Empty(friend.RunClean("Set-ChatAppTransfer taken-app Accepted"));
        Assert.Equal([$"PATCH {All}/taken-app"], sandbox.Wire);
        Assert.Equal("""{"state":"accepted"}""", Last.Body);
        Assert.Equal(Friend, friend.Run<ChatApp>("Get-ChatApp taken-app").Single().Owner);

        var declined = friend.Run<ChatAppTransfer>("Get-ChatAppTransfer spurned-app | Set-ChatAppTransfer -State declined -PassThru").Single();
        Assert.Equal($"PATCH {All}/{offers[1].Id}", sandbox.Wire.Last());
        Assert.Equal("declined", declined.State);
        // The server has the last word on what may become of it.
        Assert.StartsWith("ChatPS.InvalidRequest", friend.Fail("Set-ChatAppTransfer spurned-app pending").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("""{"state":"pending"}""", Last.Body);
    }

    [Fact]
    public void AppTransferDelete_takes_offers_back_and_goes_on_after_a_failure()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var offers = Offer(shell, "regret-one", "regret-two");
        var error = shell.Fail("$args[0], 'no-such-transfer', $args[1] | Remove-ChatAppTransfer", offers[0], offers[1]);
        Assert.Equal("no-such-transfer", error.TargetObject);
        Assert.Equal([$"DELETE {All}/{offers[0].Id}", $"DELETE {All}/no-such-transfer", $"DELETE {All}/{offers[1].Id}"], sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatAppTransfer regret-*"));
    }

    [Theory]
    [InlineData("New-ChatAppTransfer an-app friend@example.com -WhatIf")]
    [InlineData("Set-ChatAppTransfer an-app accepted -WhatIf")]
    [InlineData("Remove-ChatAppTransfer an-app -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean(command));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppTransfer")]
    [InlineData("New-ChatAppTransfer an-app friend@example.com")]
    [InlineData("Set-ChatAppTransfer an-app accepted")]
    [InlineData("Remove-ChatAppTransfer an-app")]
    public void Platforms_without_apps_say_so(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
