using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what the bill of the present time has come to so far.</summary>
internal interface IUpcomingInvoiceReader
{
    /// <param name="team">A team's id or name; null for the session's, or for what the platform falls back to.</param>
    /// <param name="context">The call.</param>
    Task<ChatInvoice> UpcomingAsync(string? team, CallContext context);
}
