using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>An account's bills and where they go.</summary>
internal static class BillingRoutes
{
    private static readonly SortOrder<Invoice> Order = new(("number", invoice => invoice.Number.ToString(CultureInfo.InvariantCulture)));
    private static readonly string[] AddressLines = ["address_1", "address_2", "city", "country", "other", "postal_code", "state"];

    public static void MapBilling(this HerokuService heroku)
    {
        heroku.Map("GET", "/account/invoices", call => call.List(call.Me.Invoices, Order, ToJson));
        heroku.Map("GET", "/account/invoices/{invoice_identity}", call =>
            HerokuAnswer.Json(ToJson(
                call.Me.Invoices.Find(invoice => $"{invoice.Number}" == call.Route("invoice_identity")) ?? throw HerokuAnswer.NotFound("invoice"))));
        heroku.Map("GET", "/account/invoice-address", call => Address(call.Me));
        heroku.Map("PUT", "/account/invoice-address", UpdateAddress);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SandboxResponse UpdateAddress(HerokuCall call)
    {
        foreach (var line in AddressLines)
            if (call.Has(line))
                call.Me.InvoiceAddress[line] = call.Text(line) ?? "";
        call.Me.UseInvoiceAddress = call.Flag("use_invoice_address") ?? call.Me.UseInvoiceAddress;
        return Address(call.Me);
    }

    private static SandboxResponse Address(Account account)
    {
        var json = new JsonObject { ["heroku_id"] = account.Id, ["use_invoice_address"] = account.UseInvoiceAddress };
        foreach (var line in AddressLines)
            json[line] = account.InvoiceAddress.GetValueOrDefault(line, "");
        return HerokuAnswer.Json(json);
    }

    private static JsonObject ToJson(Invoice invoice) => new JsonObject
    {
        ["id"] = invoice.Id,
        ["charges_total"] = invoice.ChargesTotal,
        ["credits_total"] = invoice.CreditsTotal,
        ["number"] = invoice.Number,
        ["period_end"] = Day(invoice.Month.AddMonths(1)),
        ["period_start"] = Day(invoice.Month),
        ["state"] = 1,
        ["total"] = invoice.ChargesTotal - invoice.CreditsTotal,
    }.WithTimes(invoice);
}
