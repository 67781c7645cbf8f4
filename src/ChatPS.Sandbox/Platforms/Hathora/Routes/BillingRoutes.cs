using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>What an organization pays, and with what.</summary>
internal static class BillingRoutes
{
    private const string Group = "billing";

    public static void MapBilling(this HathoraService hathora)
    {
        hathora.MapOrg("GET", "/billing/v1/balance", Group, (_, org) => HathoraAnswer.Json(org.Balance));
        hathora.MapOrg("GET", "/billing/v1/upcoming/items", Group, (_, org) => HathoraAnswer.Json(new JsonObject
        {
            ["invoiceItems"] = org.UpcomingItems.Select(ToJson).ToJsonArray(),
        }));
        hathora.MapOrg("GET", "/billing/v1/upcoming/total", Group, (_, org) => HathoraAnswer.Json(new JsonObject
        {
            ["value"] = Math.Round(org.UpcomingItems.Sum(item => item.Amount), 2),
        }));
        hathora.MapOrg("GET", "/billing/v1/paymentmethod", Group, (_, org) => org.Card is var (brand, last4)
            ? HathoraAnswer.Json(new JsonObject { ["card"] = new JsonObject { ["last4"] = last4, ["brand"] = brand } })
            : throw HathoraAnswer.NotFound("payment method"));
        hathora.MapOrg("POST", "/billing/v1/customerportalurl", Group, (call, _) =>
        {
            var back = call.Body.Text("returnUrl");
            return Uri.TryCreate(back, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? HathoraAnswer.Json($"https://billing.example.com/session/{HathoraState.NewSecret()}?return_url={Uri.EscapeDataString(back)}")
                : throw HathoraAnswer.Invalid("returnUrl has to be a web address.");
        });
        hathora.MapOrg("GET", "/billing/v1/invoices", Group, (_, org) => HathoraAnswer.Json(org.Invoices.AsEnumerable().Reverse().Select(ToJson).ToJsonArray()));
    }

    private static JsonObject ToJson(InvoiceItem item) => new()
    {
        ["amount"] = item.Amount,
        ["unitPrice"] = item.UnitPrice,
        ["quantity"] = item.Quantity,
        ["unit"] = item.Unit,
        ["productName"] = item.ProductName,
    };

    private static JsonObject ToJson(Invoice invoice) => new()
    {
        ["status"] = invoice.Status,
        ["amountDue"] = invoice.AmountDue,
        ["pdfUrl"] = $"https://billing.example.com/invoices/{invoice.Id}.pdf",
        ["dueDate"] = new DateTimeOffset(invoice.Month.AddMonths(1), new(12, 0), TimeSpan.Zero).AddDays(14).ToWire(),
        ["year"] = invoice.Month.Year,
        ["month"] = invoice.Month.Month,
        ["id"] = invoice.Id,
    };
}
