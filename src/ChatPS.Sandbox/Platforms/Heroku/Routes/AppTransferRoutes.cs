using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Personal apps on their way from one account to another.</summary>
internal static class AppTransferRoutes
{
    private const string One = "/account/app-transfers/{app_transfer_identity}";
    private static readonly SortOrder<AppTransfer> Order = new();

    public static void MapAppTransfers(this HerokuService heroku)
    {
        heroku.Map("GET", "/account/app-transfers", call => call.List(Seen(call), Order, ToJson));
        heroku.Map("POST", "/account/app-transfers", Create);
        heroku.Map("GET", One, call => HerokuAnswer.Json(Find(call).ToJson()));
        heroku.Map("PATCH", One, Update);
        heroku.Map("DELETE", One, Delete);
    }

    private static JsonObject ToJson(this AppTransfer transfer) => new JsonObject
    {
        ["id"] = transfer.Id,
        ["app"] = transfer.App.ToReference(),
        ["owner"] = transfer.Owner.ToReference(),
        ["recipient"] = transfer.Recipient.ToReference(),
        ["state"] = transfer.State,
    }.WithTimes(transfer);

    /// <summary>Both sides see a transfer.</summary>
    private static IEnumerable<AppTransfer> Seen(HerokuCall call) =>
        call.State.AppTransfers.Where(transfer => transfer.Owner == call.Me || transfer.Recipient == call.Me);

    /// <summary>By its id or by its app, of which the newest transfer counts.</summary>
    private static AppTransfer Find(HerokuCall call)
    {
        var identity = call.Route("app_transfer_identity");
        return Seen(call).LastOrDefault(transfer => identity == transfer.Id || identity == transfer.App.Name || identity == transfer.App.Id)
            ?? throw HerokuAnswer.NotFound("app transfer");
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.Named("app", call.State.Apps) ?? throw HerokuAnswer.Missing("app");
        var recipient = call.Named("recipient", call.State.Accounts) ?? throw HerokuAnswer.Missing("recipient");
        _ = call.Flag("silent");
        if (app.Team is not null || app.Owner != call.Me)
            throw HerokuAnswer.Forbidden("Only the owner of a personal app can offer it to another account.");
        if (recipient == call.Me)
            throw HerokuAnswer.Invalid("The app already belongs to the recipient.");
        if (call.State.AppTransfers.Any(other => other.App == app && other.State == "pending"))
            throw HerokuAnswer.Invalid("The app is already offered to somebody.");
        var transfer = new AppTransfer { Id = call.State.NewId(), CreatedAt = call.Time, App = app, Owner = call.Me, Recipient = recipient };
        call.State.AppTransfers.Add(transfer);
        return HerokuAnswer.Json(transfer.ToJson(), 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var transfer = Find(call);
        var state = call.RequiredText("state");
        if (state is not ("accepted" or "declined"))
            throw HerokuAnswer.Invalid("The state can only become accepted or declined.");
        if (transfer.Recipient != call.Me)
            throw HerokuAnswer.Forbidden("Only the recipient can accept or decline.");
        if (transfer.State != "pending")
            throw HerokuAnswer.Invalid($"The transfer is already {transfer.State}.");
        (transfer.State, transfer.UpdatedAt) = (state, call.Time);
        if (state == "accepted")
            call.State.Give(transfer.App, transfer.Recipient, call.Time);
        return HerokuAnswer.Json(transfer.ToJson());
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var transfer = Find(call);
        if (transfer.Owner != call.Me)
            throw HerokuAnswer.Forbidden("Only who offers the app can take the offer back.");
        if (transfer.State != "pending")
            throw HerokuAnswer.Invalid($"The transfer is already {transfer.State}.");
        call.State.AppTransfers.Remove(transfer);
        return HerokuAnswer.Json(transfer.ToJson());
    }
}
