using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

/// <summary>How teams pay, what they have left, what they may use, and the page on which people see to it.</summary>
public sealed class BillingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    [Fact]
    public void GetPaymentMethod()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var method = shell.Run<ChatPaymentMethod>("$team | Get-ChatPaymentMethod").Single();
        Assert.Equal([$"GET /billing/v1/paymentmethod?orgId={id}"], sandbox.Wire);
        Assert.Equal((id, "card"), (method.TeamId, method.Kind));
        Assert.NotNull(method.Brand);
        Assert.Equal(4, method.LastFour!.Length);
        Assert.Equal($"{method.Brand} {method.LastFour}", method.ToString());
    }

    [Fact]
    public void One_team_without_a_payment_method_leaves_the_others_told_of()
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        var teams = shell.Run<ChatTeam>("Get-ChatTeam");
        Assert.Equal(teams.Count - 1, shell.Run("Get-ChatTeam | Get-ChatPaymentMethod").Count);
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(teams[^1].Id, error.TargetObject);
    }

    [Theory]
    [InlineData("""{"ach":{"last4":"6789","bankName":"Example Bank"}}""", "ach", "Example Bank 6789")]
    [InlineData("""{"link":{"email":"billing@example.com"}}""", "link", "billing@example.com")]
    [InlineData("{}", null, "none")]
    [InlineData("""{"voucher":{"code":"x"}}""", null, "none")]
    public void Methods_are_of_several_kinds(string answer, string? kind, string shown)
    {
        using var server = new ScriptedServer(r => new(r.Target == "/orgs/v1" ? """{"orgs":[]}""" : answer));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        var method = shell.Run("$method = Get-ChatPaymentMethod; $method").Single();
        Assert.Equal((kind, shown), (((ChatPaymentMethod)method.BaseObject).Kind, method.BaseObject.ToString()));
        Assert.Equal("/billing/v1/paymentmethod", server.Requests.Last().Target);
        if (answer.Contains("voucher", StringComparison.Ordinal))
            Assert.Equal("x", shell.RunClean("$method.Voucher.code").Single().ToString());
    }

    [Fact]
    public void GetBalance()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var balance = shell.Run<ChatBalance>("Get-ChatBalance $args[0]", Team).Single();
        Assert.Equal($"GET /billing/v1/balance?orgId={id}", sandbox.Wire.Last());
        Assert.Equal(id, balance.TeamId);
        Assert.True(balance.Amount >= 0);
    }

    [Fact]
    public void GetUsageLimits()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var limits = shell.Run<ChatUsageLimit>("Get-ChatUsageLimit");
        Assert.Equal([$"GET /orgs/v1/metadata/usageLimits?orgId={id}"], sandbox.Wire);
        Assert.Equal(["MonthlyVcpuHours", "ConcurrentVcpus"], limits.Select(l => l.Name));
        Assert.All(limits, l => Assert.Equal((id, l.Limit - l.Used), (l.TeamId, l.Remaining)));
        Assert.All(limits, l => Assert.True(l.Used > 0));
    }

    [Fact]
    public void A_limit_that_there_is_not_has_no_remainder()
    {
        using var server = new ScriptedServer(r => new(r.Target == "/orgs/v1"
            ? """{"orgs":[{"orgId":"org-1"}]}"""
            : """{"monthlyProcessVcpuHoursConsumed":7.5,"concurrentProcessVcpus7DayMax":9,"concurrentProcessVcpusLimit":8}"""));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        Assert.Equal(
            [(7.5, null, null), (9, 8, 0)],
            shell.Run<ChatUsageLimit>("Get-ChatUsageLimit").Select(l => (l.Used, l.Limit, l.Remaining)));
        Assert.Equal("/orgs/v1/metadata/usageLimits?orgId=org-1", server.Requests.Last().Target);
    }

    [Fact]
    public void InitStripeCustomerPortalUrl()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        shell.RunClean("$team | New-ChatBillingPortal https://example.com/back -WhatIf");
        Assert.Empty(sandbox.Wire);
        var portal = shell.Run<ChatBillingPortal>("$portal = $team | New-ChatBillingPortal https://example.com/back -Verbose; $portal").Single();
        Assert.Equal([$"POST /billing/v1/customerportalurl?orgId={id}"], sandbox.Wire);
        Assert.Equal("""{"returnUrl":"https://example.com/back"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal((id, "https://example.com/back"), (portal.TeamId, portal.ReturnUrl.AbsoluteUri));
        Assert.StartsWith("https://billing.example.com/session/", portal.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Url, shell.Spoken, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatBillingPortal back").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatBillingPortal ftp://example.com/").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_a_portal_is_in_no_error_either()
    {
        const string url = "https://billing.example.com/session/0123456789";
        using var server = new ScriptedServer(r => r.Target switch
        {
            "/orgs/v1" => new("""{"orgs":[]}"""),
            "/billing/v1/customerportalurl" => new($"\"{url}\""),
            _ => new($$"""{"message":"First leave {{url}}."}""", 422),
        });
        using var shell = new Shell();
        shell.Connect(server.Uri);
        Assert.Equal(url, shell.Run<ChatBillingPortal>("New-ChatBillingPortal https://example.com/").Single().Url);
        var error = shell.Fail("Get-ChatBalance");
        Assert.DoesNotContain(url, error.ToString() + error.Exception + ((ChatException)error.Exception).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_the_bills_is_told_so()
    {
        using var shell = sandbox.Connect(sandbox.Hathora, sandbox.Hathora.Member);
        // What a token may not do in one team it may do in the next.
        var teams = shell.Run<ChatTeam>("Get-ChatTeam").Select(t => t.Id).ToArray();
        Assert.Empty(shell.Run("Get-ChatTeam | Get-ChatBalance"));
        Assert.Equal(teams, shell.Errors.Select(e => e.TargetObject));
        Assert.All(shell.Errors, e => Assert.StartsWith("ChatPS.Unauthorized", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(shell.Errors, e => Assert.Contains("billing:read-write", e.ToString(), StringComparison.Ordinal));
        Assert.All(shell.Errors, e => Assert.Contains("scopes", e.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChatPaymentMethod")]
    [InlineData("Get-ChatBalance")]
    [InlineData("Get-ChatUsageLimit")]
    [InlineData("New-ChatBillingPortal https://example.com/")]
    public void Other_platforms_tell_nothing_of_it(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Hathora", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
