using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatInvoiceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void The_accounts_own_come()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var invoices = shell.Run<ChatInvoice>("Get-ChatInvoice -SortBy number");
        Assert.Equal(["GET /account/invoices"], sandbox.Wire);
        Assert.Equal("number ..; max=200", Last.Header("Range"));
        Assert.Equal(invoices.Select(i => i.Number).Order(), invoices.Select(i => i.Number));
        Assert.All(invoices, i =>
        {
            Assert.Equal(i.ChargesTotal - i.CreditsTotal, i.Total);
            Assert.Null(i.Team);
            Assert.True(string.CompareOrdinal(i.PeriodStart, i.PeriodEnd) < 0);
        });

        Assert.Single(shell.Run<ChatInvoice>("Get-ChatInvoice -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
    }

    [Fact]
    public void One_is_found_by_its_number_or_the_object()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var invoice = shell.Run<ChatInvoice>("Get-ChatInvoice -First 1").Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(invoice.Id, shell.Run<ChatInvoice>("Get-ChatInvoice $args[0]", invoice.Number).Single().Id);
        Assert.Equal(invoice.Id, shell.Run<ChatInvoice>("[pscustomobject]@{ Number = $args[0] } | Get-ChatInvoice", invoice.Number).Single().Id);
        Assert.Equal(invoice.Id, shell.Run<ChatInvoice>("Set-ChatSession -Team ops; $args[0] | Get-ChatInvoice", invoice).Single().Id);
        Assert.Equal(Enumerable.Repeat($"GET /account/invoices/{invoice.Number}", 3), sandbox.Wire);
        Assert.Equal(invoice.Id, shell.Run<ChatInvoice>("Get-ChatInvoice $args[0] -Me", $"{invoice.Number}*").Single().Id);
    }

    [Fact]
    public void A_teams_come_with_what_only_those_have()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var invoices = shell.Run<ChatInvoice>("Get-ChatInvoice -Team ops");
        Assert.Equal(["GET /teams/ops/invoices"], sandbox.Wire);
        Assert.All(invoices, i =>
        {
            Assert.Equal("ops", i.Team);
            Assert.Equal(i.AddonsTotal + i.DatabaseTotal + i.PlatformTotal, i.ChargesTotal);
            Assert.True(i.DynoUnits > 0 && i.WeightedDynoHours > i.DynoUnits);
            Assert.Equal("Paid", i.PaymentStatus);
        });

        sandbox.Server.ClearRequests();
        Assert.Equal(invoices[0].Id, shell.Run<ChatInvoice>("$args[0] | Get-ChatInvoice", invoices[0]).Single().Id);
        Assert.Equal([$"GET /teams/ops/invoices/{invoices[0].Number}"], sandbox.Wire);
    }

    [Fact]
    public void The_session_falls_back_to_its_team_but_Me_does_not()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatSession -Team ops; Get-ChatInvoice; Get-ChatInvoice -Me; Get-ChatInvoice -Team storefront -First 1");
        Assert.Equal(["GET /teams/ops/invoices", "GET /account/invoices", "GET /teams/storefront/invoices"], sandbox.Wire);
    }

    [Fact]
    public void One_that_is_not_there_leaves_the_others_found()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var numbers = shell.Run<ChatInvoice>("Get-ChatInvoice").Select(i => i.Number).ToArray();
        Assert.Equal(2, shell.Run("$args[0], 1, $args[1] | Get-ChatInvoice", numbers[0], numbers[1]).Count);
        Assert.Equal("1", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void Other_platforms_have_none_and_are_not_asked()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatInvoice").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
