using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>How organizations pay, and how much they have used of what they may.</summary>
internal sealed class HathoraBilling(Connection connection) : HathoraResource(connection),
    ITeamAccountReader<ChatPaymentMethod>, ITeamAccountReader<ChatBalance>, ITeamAccountReader<ChatUsageLimit>, ITeamItemCreator<NewBillingPortal, ChatBillingPortal>
{
    async Task<IReadOnlyList<ChatPaymentMethod>> ITeamAccountReader<ChatPaymentMethod>.ReadAsync(string? team, CallContext context)
    {
        var owner = await OwnerAsync(team, context).ConfigureAwait(false);
        return [await SendAsync(Call(GetPaymentMethod).Query("orgId", owner), HathoraJson.Default.PaymentMethod, method => new ChatPaymentMethod
        {
            Session = Connection.Session,
            Unnamed = method.Unnamed,
            TeamId = owner,
            Kind = method switch { { Card: not null } => "card", { Ach: not null } => "ach", { Link: not null } => "link", _ => null },
            Brand = method.Card?.Brand,
            LastFour = method.Card?.Last4 ?? method.Ach?.Last4,
            BankName = method.Ach?.BankName,
            Email = method.Link?.Email,
        }, context).ConfigureAwait(false)];
    }

    async Task<IReadOnlyList<ChatBalance>> ITeamAccountReader<ChatBalance>.ReadAsync(string? team, CallContext context)
    {
        var owner = await OwnerAsync(team, context).ConfigureAwait(false);
        return [await SendAsync(
            Call(GetBalance).Query("orgId", owner), HathoraJson.Default.Decimal,
            amount => new ChatBalance { Session = Connection.Session, TeamId = owner, Amount = amount }, context).ConfigureAwait(false)];
    }

    async Task<IReadOnlyList<ChatUsageLimit>> ITeamAccountReader<ChatUsageLimit>.ReadAsync(string? team, CallContext context)
    {
        var owner = await OwnerAsync(team, context).ConfigureAwait(false);
        var usage = await ReadAsync(
            Call(GetUsageLimits).Query("orgId", owner), HathoraJson.Default.UsageLimits, context).ConfigureAwait(false);
        return
        [
            Limit("MonthlyVcpuHours", usage.MonthlyProcessVcpuHoursConsumed, usage.MonthlyProcessVcpuHoursLimit),
            Limit("ConcurrentVcpus", usage.ConcurrentProcessVcpusMax, usage.ConcurrentProcessVcpusLimit),
        ];

        ChatUsageLimit Limit(string name, double used, double? limit) =>
            new() { Session = Connection.Session, Unnamed = usage.Unnamed, TeamId = owner, Name = name, Used = used, Limit = limit };
    }

    public async Task<ChatBillingPortal> CreateAsync(string? team, NewBillingPortal item, CallContext context)
    {
        var owner = await OwnerAsync(team, context).ConfigureAwait(false);
        var call = Call(InitStripeCustomerPortalUrl).Query("orgId", owner).Body("returnUrl", item.ReturnUrl.AbsoluteUri);
        return await SendAsync(call, HathoraJson.Default.String, url =>
        {
            // Who has the address is let in.
            Connection.Mask.Add(new Secret(url));
            return new ChatBillingPortal { Session = Connection.Session, TeamId = owner, Url = url, ReturnUrl = item.ReturnUrl };
        }, context).ConfigureAwait(false);
    }

    private Task<string?> OwnerAsync(string? team, CallContext context) => Names.TeamIdOrNoneAsync(team, context);
}
