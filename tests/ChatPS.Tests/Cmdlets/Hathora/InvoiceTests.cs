namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class InvoiceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    [Fact]
    public void GetInvoices()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var id = shell.Run<ChatTeam>("$team = Get-ChatTeam $args[0]; $team", Team).Single().Id;
        sandbox.Server.ClearRequests();
        var invoices = shell.Run<ChatInvoice>("$invoices = $team | Get-ChatInvoice; $invoices");
        Assert.Equal([$"GET /billing/v1/invoices?orgId={id}"], sandbox.Wire);
        Assert.Equal(6, invoices.Count);
        Assert.All(invoices, i =>
        {
            Assert.Equal((id, i.Id), (i.Team, i.ToString()));
            Assert.True(i.Total > 0 && i.Year > 2000 && i.Month is >= 1 and <= 12 && i.DueAt is not null);
            Assert.EndsWith(i.Id + ".pdf", i.PdfUrl, StringComparison.Ordinal);
            Assert.Empty(i.Items);
        });
        Assert.Equal("pending", invoices[0].PaymentStatus);
        Assert.All(invoices.Skip(1), i => Assert.Equal("paid", i.PaymentStatus));

        Assert.Equal([invoices[2].Id, invoices[1].Id], shell.Run<ChatInvoice>("$invoices[2].Id, $invoices[1] | Get-ChatInvoice -Team $args[0]", Team).Select(i => i.Id));
        Assert.Equal(2, shell.Run("$invoices[2], 'in_none', $invoices[1] | Get-ChatInvoice").Count);
        Assert.Equal("in_none", Assert.Single(shell.Errors).TargetObject);
        Assert.Single(shell.Run<ChatInvoice>("Get-ChatInvoice -Team $team -First 1"));
    }

    [Fact]
    public void The_team_is_the_sessions_or_the_platforms_choice()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var id = shell.Run<ChatTeam>("(Get-ChatTeam)[1]").Single().Id;
        sandbox.Server.ClearRequests();
        Assert.All(shell.Run<ChatInvoice>("Get-ChatInvoice"), i => Assert.Null(i.Team));
        shell.RunClean("Set-ChatSession -Team $args[0]; Get-ChatInvoice", id);
        Assert.Equal(["GET /billing/v1/invoices", $"GET /billing/v1/invoices?orgId={id}"], sandbox.Wire);
    }

    [Fact]
    public void GetUpcomingInvoiceItems_and_GetUpcomingInvoiceTotal()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var id = shell.Run<ChatTeam>("$team = Get-ChatTeam $args[0]; $team", Team).Single().Id;
        sandbox.Server.ClearRequests();
        var invoice = shell.Run<ChatInvoice>("$team | Get-ChatInvoice -Upcoming").Single();
        Assert.Equal([$"GET /billing/v1/upcoming/items?orgId={id}", $"GET /billing/v1/upcoming/total?orgId={id}"], sandbox.Wire);
        Assert.Equal(("upcoming", "upcoming", id), (invoice.Id, invoice.PaymentStatus, invoice.Team));
        Assert.Equal(3, invoice.Items.Count);
        Assert.Equal(invoice.Total, invoice.Items.Sum(i => i.Amount));
        Assert.All(invoice.Items, i =>
        {
            Assert.Equal(i.Amount, Math.Round(i.Quantity * i.UnitPrice, 2));
            Assert.NotEmpty(i.Unit!);
            Assert.Equal(i.ProductName, i.ToString());
        });
    }

    [Theory]
    [InlineData("Get-ChatInvoice -Me")]
    [InlineData("Get-ChatInvoice -SortBy number")]
    [InlineData("Get-ChatInvoice -Upcoming -Descending")]
    public void What_there_is_not_is_refused_before_it_is_asked_for(string script)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Heroku_tells_of_no_upcoming_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail("Get-ChatInvoice -Upcoming");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Upcoming", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
