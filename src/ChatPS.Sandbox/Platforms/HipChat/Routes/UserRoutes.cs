using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>The people of the group.</summary>
internal static partial class UserRoutes
{
    private static readonly string[] Roles = ["owner", "admin", "moderator", "user"];

    public static void MapUsers(this HipChatService hipChat)
    {
        hipChat.Map("GET", "/v2/user", List, Scope.ViewGroup);
        hipChat.Map("POST", "/v2/user", Create, Scope.AdminGroup);
        hipChat.Map("GET", "/v2/user/{id_or_email}", View, Scope.ViewGroup);
        hipChat.Map("PUT", "/v2/user/{id_or_email}", Update, Scope.AdminGroup);
        hipChat.Map("DELETE", "/v2/user/{id_or_email}", Delete, Scope.AdminGroup);
        hipChat.Map("GET", "/v2/user/{id_or_email}/preference/auto-join", ListAutoJoin, Scope.ViewGroup);
    }

    private static SandboxResponse List(HipChatCall call)
    {
        var (guests, deleted) = (call.QueryFlag("include-guests"), call.QueryFlag("include-deleted"));
        var users = call.State.Users.Values.Where(user => (guests || !user.IsGuest) && (deleted || !user.IsDeleted));
        return call.Page([.. users], (user, expansion) => user.ToJson(call, expansion));
    }

    private static SandboxResponse ListAutoJoin(HipChatCall call) => call.Page(call.User().AutoJoin, (room, expansion) => room.ToJson(call, expansion));

    /// <summary>By its id an account can be seen also after it was deleted.</summary>
    private static SandboxResponse View(HipChatCall call)
    {
        var name = call.Route("id_or_email");
        var user = call.State.FindUser(name) ?? throw HipChatAnswer.NotFound("User", name);
        return HipChatAnswer.Json(user.ToJson(call, call.Expand));
    }

    private static SandboxResponse Create(HipChatCall call)
    {
        var name = call.Body.Text("name", 1, 50);
        var password = call.Body.OptionalText("password");
        var user = new User
        {
            Id = call.State.NewId(),
            Name = name,
            MentionName = Mention(call, call.Body.OptionalText("mention_name", 1, 50) ?? FreeMention(call, name), null),
            Email = call.NewEmail(),
            Password = string.IsNullOrEmpty(password) ? HipChatState.NewSecret()[..12] : password,
            Created = call.Time,
            Version = call.State.NewVersion(),
        };
        SetTheRest(user, call);
        call.State.Users.Add(user.Id, user);
        var json = HipChatAnswer.CreatedJson(user.Id, call.Link($"user/{user.Id}"));
        if (string.IsNullOrEmpty(password))
            json["password"] = user.Password;
        return HipChatAnswer.Json(json, 201);
    }

    /// <summary>Replaces the account: what is left out takes its default, only the password and the presence stay.</summary>
    private static SandboxResponse Update(HipChatCall call)
    {
        var user = call.User();
        var name = call.Body.Text("name", 1, 50);
        var mention = Mention(call, call.Body.Text("mention_name", 1, 50), user);
        var email = call.NewEmail(user);
        var password = call.Body.OptionalText("password");
        var presence = call.Body.OptionalObject("presence") is { } given ? PresenceOf(new(given)) : user.Presence;
        SetTheRest(user, call);
        (user.Name, user.MentionName, user.Email, user.Presence, user.Version) = (name, mention, email, presence, call.State.NewVersion());
        if (!string.IsNullOrEmpty(password))
            user.Password = password;
        return HipChatAnswer.Done();
    }

    private static SandboxResponse Delete(HipChatCall call)
    {
        var user = call.User();
        if (user == call.State.Group.Owner)
            throw HipChatAnswer.Forbidden("The group's owner cannot be deleted.");
        call.State.Delete(user);
        return HipChatAnswer.Done();
    }

    private static void SetTheRest(User user, HipChatCall call)
    {
        var title = call.Body.OptionalText("title") ?? "";
        var timezone = Timezone(call.Body.OptionalText("timezone") ?? "UTC");
        var roles = call.Body.OptionalChoices("roles", Roles);
        var administers = call.Body.OptionalFlag("is_group_admin") ?? false;
        (user.Title, user.Timezone, user.IsGroupAdmin, user.Roles) = (title, timezone, administers, roles ?? [administers ? "admin" : "user"]);
    }

    /// <summary>Without a way to show herself somebody is there all the same.</summary>
    private static Presence PresenceOf(HipChatBody body) => new(
        body.IsNull("show") ? null : body.OptionalChoice("show", "away", "chat", "dnd", "xa"),
        body.IsNull("status") ? null : body.OptionalText("status"));

    /// <summary>The body's e-mail address, which nobody else may have.</summary>
    public static string NewEmail(this HipChatCall call, User? owner = null)
    {
        var email = call.Body.Text("email", 3);
        if (!EmailForm().IsMatch(email))
            throw HipChatBody.Unfit("email", "an e-mail address");
        return call.State.FindEmail(email) is { } other && other != owner
            ? throw HipChatAnswer.BadRequest($"The e-mail address '{email}' is somebody else's.")
            : email;
    }

    private static string Mention(HipChatCall call, string name, User? owner)
    {
        if (!MentionForm().IsMatch(name))
            throw HipChatBody.Unfit("mention_name", "letters, digits and the like, without blanks");
        return call.State.FindMention(name) is { } other && other != owner
            ? throw HipChatAnswer.BadRequest($"The mention name '{name}' is somebody else's.")
            : name;
    }

    /// <summary>The name without its blanks, counted on until nobody else has it.</summary>
    private static string FreeMention(HipChatCall call, string name)
    {
        var basis = NoMention().Replace(name, "") is { Length: > 0 } letters ? letters : "User";
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? basis : $"{basis}{i}").First(free => call.State.FindMention(free) is null);
    }

    private static string Timezone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : throw HipChatBody.Unfit("timezone", "the name of a time zone");

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^[^@\s]+$")]
    private static partial Regex MentionForm();

    [GeneratedRegex(@"[@\s]+")]
    private static partial Regex NoMention();
}
