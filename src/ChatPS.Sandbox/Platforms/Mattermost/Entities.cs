using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChatPS.Sandbox.Platforms.Mattermost;

// The resources as the API writes them: snake_case names, times in milliseconds since 1970, 0 for never.
// What only the sandbox needs is ignored by the serializer.

internal sealed class User
{
    public required string Id { get; init; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public required string Username { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AuthData { get; set; } = "";

    public string AuthService { get; set; } = "";

    public required string Email { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EmailVerified { get; set; } = true;

    public string Nickname { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Position { get; set; } = "";

    public string Roles { get; set; } = "system_user";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, string>? Props { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, string>? NotifyProps { get; set; } = Defaults.UserNotifyProps;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LastPasswordUpdate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FailedAttempts { get; set; }

    public string Locale { get; set; } = "en";

    public Dictionary<string, string> Timezone { get; set; } = Defaults.Timezone;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MfaActive { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBot { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BotDescription { get; set; }

    public bool DisableWelcomeEmail { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LastPictureUpdate { get; set; }

    [JsonIgnore]
    public string? Password { get; set; }

    /// <summary>The picture; null for the one that the server draws.</summary>
    [JsonIgnore]
    public byte[]? Picture { get; set; }

    /// <summary>The one-time code that always fits, when <see cref="MfaActive"/>: of an account that the sandbox began with.</summary>
    [JsonIgnore]
    public string? MfaCode { get; set; }

    /// <summary>What the codes are made of that an app shows; null before there is one.</summary>
    [JsonIgnore]
    public string? MfaSecret { get; set; }

    [JsonIgnore]
    public List<Channel> Channels { get; private set; } = [];

    [JsonIgnore]
    public List<Team> Teams { get; private set; } = [];

    [JsonIgnore]
    public string Status { get; set; } = "offline";

    [JsonIgnore]
    public bool StatusIsManual { get; set; }

    [JsonIgnore]
    public long LastActivityAt { get; set; }

    [JsonIgnore]
    public bool IsAdmin => HasRole("system_admin");

    [JsonIgnore]
    public bool IsGuest => HasRole("system_guest");

    /// <summary>Whether a code is one that the second factor gives at that moment.</summary>
    public bool TakesCode(string code, DateTimeOffset time) => code == MfaCode || (MfaSecret is { } secret && OneTimeCode.Fits(secret, code, time));

    public bool HasRole(string role) => Roles.Split(' ').Contains(role);

    /// <summary>What a caller may see: all of oneself; of others the profile without settings.</summary>
    public User SeenBy(User caller)
    {
        if (caller == this)
            return this;
        var copy = (User)MemberwiseClone();
        copy.EmailVerified = false;
        copy.NotifyProps = null;
        copy.LastPasswordUpdate = 0;
        copy.FailedAttempts = 0;
        return copy;
    }

    /// <summary>What the answer to a change shows.</summary>
    public User SeenByEditor(User caller)
    {
        var copy = (User)SeenBy(caller).MemberwiseClone();
        (copy.EmailVerified, copy.NotifyProps, copy.LastPasswordUpdate) = (EmailVerified, NotifyProps, LastPasswordUpdate);
        return copy;
    }
}

internal sealed class Team
{
    public required string Id { get; init; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public required string DisplayName { get; set; }

    public required string Name { get; init; }

    public string Description { get; set; } = "";

    public string Email { get; set; } = "";

    public string Type { get; set; } = "O";

    public string CompanyName { get; set; } = "";

    public string AllowedDomains { get; set; } = "";

    public string InviteId { get; set; } = "";

    public bool AllowOpenInvite { get; set; }

    public string? SchemeId { get; set; }

    public bool? GroupConstrained { get; set; }

    public string? PolicyId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LastTeamIconUpdate { get; set; }

    [JsonIgnore]
    public byte[]? Icon { get; set; }

    [JsonIgnore]
    public Roster<TeamMember> Members { get; private set; } = new(member => member.UserId, static (a, b) => string.CompareOrdinal(a.UserId, b.UserId));

    [JsonIgnore]
    public Dictionary<string, Channel> Channels { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Memberships that have ended: the server keeps them, with the time of their end.</summary>
    [JsonIgnore]
    public Dictionary<string, TeamMember> Former { get; private set; } = [];

    /// <summary>Takes a user in, and who is no guest into the two default channels as well; the membership as it is when there already.</summary>
    public TeamMember Join(User user, bool admin = false)
    {
        if (Members[user.Id] is { } known)
            return known;
        var member = new TeamMember { TeamId = Id, UserId = user.Id, SchemeAdmin = admin, SchemeGuest = user.IsGuest, SchemeUser = !user.IsGuest };
        Members.Add(member);
        Former.Remove(user.Id);
        user.Teams.Add(this);
        foreach (var name in (string[])["town-square", "off-topic"])
            if (!user.IsGuest && Channels.TryGetValue(name, out var channel))
                channel.Join(user, admin);
        return member;
    }

    /// <summary>Lets a user go, from all channels of the team as well.</summary>
    public void Leave(User user, long at)
    {
        if (Members[user.Id] is not { } member)
            return;
        Members.Remove(user.Id);
        (member.DeleteAt, member.SchemeAdmin, Former[user.Id]) = (at, false, member);
        user.Teams.Remove(this);
        foreach (var channel in user.Channels.Where(channel => channel.TeamId == Id).ToList())
            channel.Leave(user);
    }

    /// <summary>A copy without the means to invite.</summary>
    public Team WithoutInvitation()
    {
        var copy = (Team)MemberwiseClone();
        (copy.InviteId, copy.Email) = ("", "");
        return copy;
    }

    /// <summary>A copy without what only its managers see; members keep the means to invite.</summary>
    public Team SeenBy(User caller)
    {
        var copy = (Team)MemberwiseClone();
        (copy.InviteId, copy.Email) = (Members.Has(caller.Id) ? InviteId : "", "");
        return copy;
    }
}

internal sealed class TeamMember
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    public string Roles => Membership.Roles("team", SchemeAdmin, SchemeUser, SchemeGuest, ExplicitRoles);

    public long DeleteAt { get; set; }

    public bool SchemeGuest { get; set; }

    public bool SchemeUser { get; set; } = true;

    public bool SchemeAdmin { get; set; }

    public string ExplicitRoles { get; set; } = "";
}

internal sealed class Channel
{
    public required string Id { get; init; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public string TeamId { get; set; } = "";

    /// <summary>O open, P private, D direct, G group.</summary>
    public required string Type { get; set; }

    public string DisplayName { get; set; } = "";

    public required string Name { get; set; }

    public string Header { get; set; } = "";

    public string Purpose { get; set; } = "";

    public long LastPostAt { get; set; }

    public long TotalMsgCount { get; set; }

    public long ExtraUpdateAt { get; set; }

    public string CreatorId { get; set; } = "";

    public string? SchemeId { get; set; }

    public JsonObject? Props { get; set; }

    public bool? GroupConstrained { get; set; }

    public bool? Shared { get; set; }

    public long TotalMsgCountRoot { get; set; }

    public string? PolicyId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamDisplayName { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamName { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TeamUpdateAt { get; set; }

    [JsonIgnore]
    public Roster<ChannelMember> Members { get; private set; } = new(member => member.UserId, static (a, b) => string.CompareOrdinal(a.UserId, b.UserId));

    /// <summary>What members and guests may not do here, as "create_post members" is said.</summary>
    [JsonIgnore]
    public HashSet<string> Forbidden { get; private set; } = [];

    /// <summary>All posts, deleted ones too, oldest first.</summary>
    [JsonIgnore]
    public List<Post> Posts { get; private set; } = [];

    [JsonIgnore]
    public bool IsDirect => Type is "D" or "G";

    [JsonIgnore]
    public bool IsDefault => Name == "town-square";

    /// <summary>Takes a user in; the membership as it is when there already.</summary>
    public ChannelMember Join(User user, bool admin = false)
    {
        if (Members[user.Id] is { } known)
            return known;
        var member = new ChannelMember
        {
            ChannelId = Id,
            UserId = user.Id,
            SchemeAdmin = admin,
            SchemeGuest = user.IsGuest,
            SchemeUser = !user.IsGuest,
            LastUpdateAt = UpdateAt,
        };
        Members.Add(member);
        user.Channels.Add(this);
        return member;
    }

    public void Leave(User user)
    {
        Members.Remove(user.Id);
        user.Channels.Remove(this);
    }

    /// <summary>A copy with its team's names, as lists across teams show it.</summary>
    public Channel WithTeam(Team? team)
    {
        var copy = (Channel)MemberwiseClone();
        (copy.TeamDisplayName, copy.TeamName, copy.TeamUpdateAt) = (team?.DisplayName ?? "", team?.Name ?? "", team?.UpdateAt ?? 0);
        return copy;
    }
}

internal sealed class ChannelMember
{
    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    public string Roles => Membership.Roles("channel", SchemeAdmin, SchemeUser, SchemeGuest, ExplicitRoles);

    public long LastViewedAt { get; set; }

    public long MsgCount { get; set; }

    public long MentionCount { get; set; }

    public long MentionCountRoot { get; set; }

    public long MsgCountRoot { get; set; }

    [JsonIgnore]
    public bool IsMuted => NotifyProps.GetValueOrDefault("mark_unread") == "mention";

    /// <summary>Everything that is there has been read by then.</summary>
    public void Read(Channel channel, long at)
    {
        LastViewedAt = Math.Max(at, LastViewedAt);
        (MsgCount, MsgCountRoot, MentionCount, MentionCountRoot) = (channel.TotalMsgCount, channel.TotalMsgCountRoot, 0, 0);
    }

    /// <summary>What came after a time counts as unread again.</summary>
    public void Unread(Channel channel, long at, User user)
    {
        var unread = channel.Posts.FindAll(post => post.CreateAt > at && post.DeleteAt == 0 && !post.IsComingOrGoing);
        LastViewedAt = at;
        (MsgCount, MsgCountRoot) = (channel.TotalMsgCount - unread.Count, channel.TotalMsgCountRoot - unread.Count(post => post.Root is null));
        var mentions = unread.FindAll(post => post.Mentions(user, channel));
        (MentionCount, MentionCountRoot) = (mentions.Count, mentions.Count(post => post.Root is null));
    }

    public Dictionary<string, string> NotifyProps { get; set; } = Defaults.ChannelNotifyProps;

    public long LastUpdateAt { get; set; }

    public bool SchemeGuest { get; set; }

    public bool SchemeUser { get; set; } = true;

    public bool SchemeAdmin { get; set; }

    public string ExplicitRoles { get; set; } = "";
}

internal sealed class Post
{
    public required string Id { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long EditAt { get; set; }

    public long DeleteAt { get; set; }

    public bool IsPinned { get; set; }

    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public string RootId { get; init; } = "";

    public string ParentId => RootId;

    public string OriginalId { get; init; } = "";

    /// <summary>What it was before it was changed, the oldest first: posts of their own, which are nowhere else.</summary>
    [JsonIgnore]
    public List<Post> Versions { get; } = [];

    /// <summary>Who follows the thread that it began, with the time up to which it was read.</summary>
    [JsonIgnore]
    public Dictionary<string, long> Followers { get; } = [];

    /// <summary>The post as it is now, to be kept when it changes.</summary>
    public Post AsVersion(string id, long now) => new()
    {
        Id = id,
        CreateAt = CreateAt,
        UpdateAt = now,
        EditAt = EditAt,
        DeleteAt = now,
        UserId = UserId,
        ChannelId = ChannelId,
        RootId = RootId,
        OriginalId = Id,
        Message = Message,
        Type = Type,
        Props = (JsonObject)Props.DeepClone(),
        Hashtags = Hashtags,
        FileIds = FileIds,
    };

    public string Message { get; set; } = "";

    public string Type { get; init; } = "";

    public JsonObject Props { get; set; } = [];

    public string Hashtags { get; set; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<string>? FileIds { get; set; }

    /// <summary>Said in the answer to the writing alone.</summary>
    public string PendingPostId { get; set; } = "";

    /// <summary>By which a repeated writing is known.</summary>
    [JsonIgnore]
    public string SentAs { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasReactions => Reactions.Count > 0;

    public int ReplyCount => IsAlone ? 0 : (Root ?? this).Replies.Count(reply => reply.DeleteAt == 0);

    [JsonIgnore]
    public bool IsAlone { get; private set; }

    public long LastReplyAt { get; }

    public List<User>? Participants { get; }

    /// <summary>The post as it is got alone, when nobody counts replies.</summary>
    public Post Alone()
    {
        var copy = (Post)MemberwiseClone();
        copy.IsAlone = true;
        return copy;
    }

    /// <summary>What is shown of it when it is gone.</summary>
    public Post AsDeleted()
    {
        var copy = (Post)MemberwiseClone();
        (copy.Message, copy.FileIds) = ("", null);
        return copy;
    }

    /// <summary>The post as the answer to its writing shows it.</summary>
    public Post AsSent(string pendingPostId)
    {
        var copy = (Post)MemberwiseClone();
        copy.PendingPostId = pendingPostId;
        return copy;
    }

    /// <summary>Comings and goings count neither as messages nor as unread.</summary>
    [JsonIgnore]
    public bool IsComingOrGoing => Type is "system_join_leave" or "system_add_remove" or "system_join_channel" or "system_leave_channel" or "system_join_team"
        or "system_leave_team" or "system_add_to_channel" or "system_remove_from_channel" or "system_add_to_team" or "system_remove_from_team";

    /// <summary>Whether a member of the channel is spoken to: by name, with everybody, or by everything that is said in a conversation.</summary>
    public bool Mentions(User user, Channel channel)
    {
        if (user.Id == UserId)
            return false;
        if (channel.IsDirect)
            return true;
        return Message.Contains('@', StringComparison.Ordinal) && Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.', ',', '!', '?', ':', ';')).Any(word => word is "@all" or "@channel" or "@here" || word.Equals("@" + user.Username, StringComparison.OrdinalIgnoreCase));
    }

    public PostMetadata Metadata => new() { Files = Files.Count > 0 ? Files : null, Reactions = Reactions.Count > 0 ? Reactions : null };

    [JsonIgnore]
    public Post? Root { get; init; }

    [JsonIgnore]
    public List<Post> Replies { get; } = [];

    [JsonIgnore]
    public List<Reaction> Reactions { get; } = [];

    [JsonIgnore]
    public List<FileInfo> Files { get; } = [];
}

internal sealed class PostMetadata
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<FileInfo>? Files { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<Reaction>? Reactions { get; init; }
}

internal sealed class PostList
{
    public List<string> Order { get; } = [];

    public Dictionary<string, Post> Posts { get; } = [];

    public string NextPostId { get; set; } = "";

    public string PrevPostId { get; set; } = "";

    public void Add(Post post)
    {
        Order.Add(post.Id);
        Posts[post.Id] = post;
    }
}

internal sealed class Reaction
{
    public required string UserId { get; init; }

    public required string PostId { get; init; }

    public required string EmojiName { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt => CreateAt;

    public long DeleteAt { get; }

    public string RemoteId { get; } = "";
}

internal sealed class FileInfo
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PostId { get; set; }

    /// <summary>Known to the server but not told, except by a search.</summary>
    [JsonPropertyName("channel_id")]
    public string ShownChannelId { get; private set; } = "";

    [JsonIgnore]
    public required string ChannelId { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public required string Name { get; init; }

    public string Extension => Path.GetExtension(Name).TrimStart('.');

    public long Size => Content.Length;

    public required string MimeType { get; init; }

    public JsonObject? MiniPreview { get; }

    public string RemoteId { get; } = "";

    [JsonIgnore]
    public ReadOnlyMemory<byte> Content { get; init; }

    public FileInfo WithChannel()
    {
        var copy = (FileInfo)MemberwiseClone();
        copy.ShownChannelId = ChannelId;
        return copy;
    }
}

internal sealed class AccessToken
{
    public required string Id { get; init; }

    /// <summary>The secret; null in every view but the one that the creation answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }

    public required string UserId { get; init; }

    public string Description { get; init; } = "";

    public bool IsActive { get; set; } = true;

    public AccessToken WithoutSecret() => new() { Id = Id, UserId = UserId, Description = Description, IsActive = IsActive };
}

internal sealed class Bot
{
    public required string UserId { get; init; }

    public required string Username { get; set; }

    public string DisplayName { get; set; } = "";

    public string Description { get; set; } = "";

    public required string OwnerId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LastIconUpdate { get; set; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}

internal sealed class UserStatus
{
    public required string UserId { get; init; }

    public required string Status { get; init; }

    public bool Manual { get; init; }

    public long LastActivityAt { get; init; }

    public long DndEndTime { get; }
}

internal sealed class AppError
{
    public required string Id { get; init; }

    public required string Message { get; init; }

    public string DetailedError { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }

    public int StatusCode { get; init; }
}

internal static class Membership
{
    /// <summary>The roles of a body apart from those that a scheme gives; an unknown one is refused.</summary>
    public static string[] Explicit(ServerState server, IEnumerable<string> roles, string kind)
    {
        string[] names = [.. roles.Except([$"{kind}_admin", $"{kind}_user", $"{kind}_guest"])];
        return Array.TrueForAll(names, server.IsRole) ? names : throw new Problem(400, "app.role.get_by_name.app_error", "There is no such role.");
    }

    public static string Roles(string kind, bool admin, bool user, bool guest, string explicitRoles) =>
        string.Join(' ', new[] { explicitRoles, guest ? kind + "_guest" : "", user ? kind + "_user" : "", admin ? kind + "_admin" : "" }.Where(role => role.Length > 0));
}

/// <summary>Settings that all share until somebody changes theirs; never changed in place.</summary>
internal static class Defaults
{
    public static readonly Dictionary<string, string> UserNotifyProps = new()
    {
        ["channel"] = "true",
        ["comments"] = "never",
        ["desktop"] = "mention",
        ["desktop_sound"] = "true",
        ["email"] = "true",
        ["first_name"] = "false",
        ["mention_keys"] = "",
        ["push"] = "mention",
        ["push_status"] = "away",
    };

    public static readonly Dictionary<string, string> ChannelNotifyProps = new()
    {
        ["desktop"] = "default",
        ["email"] = "default",
        ["ignore_channel_mentions"] = "default",
        ["mark_unread"] = "all",
        ["push"] = "default",
    };

    public static readonly Dictionary<string, string> Timezone = new()
    {
        ["automaticTimezone"] = "",
        ["manualTimezone"] = "",
        ["useAutomaticTimezone"] = "true",
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<User>))]
[JsonSerializable(typeof(List<Team>))]
[JsonSerializable(typeof(List<TeamMember>))]
[JsonSerializable(typeof(List<Channel>))]
[JsonSerializable(typeof(List<ChannelMember>))]
[JsonSerializable(typeof(List<Post>))]
[JsonSerializable(typeof(PostList))]
[JsonSerializable(typeof(List<Reaction>))]
[JsonSerializable(typeof(Dictionary<string, List<Reaction>>))]
[JsonSerializable(typeof(List<FileInfo>))]
[JsonSerializable(typeof(List<AccessToken>))]
[JsonSerializable(typeof(List<Bot>))]
[JsonSerializable(typeof(List<IncomingHook>))]
[JsonSerializable(typeof(List<OutgoingHook>))]
[JsonSerializable(typeof(List<SlashCommand>))]
[JsonSerializable(typeof(List<OAuthApp>))]
[JsonSerializable(typeof(List<CustomEmoji>))]
[JsonSerializable(typeof(List<UserStatus>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(AppError))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(List<Role>))]
[JsonSerializable(typeof(List<Scheme>))]
[JsonSerializable(typeof(List<Group>))]
[JsonSerializable(typeof(List<GroupSync>))]
[JsonSerializable(typeof(List<AuditEntry>))]
internal sealed partial class MattermostJson : JsonSerializerContext;
