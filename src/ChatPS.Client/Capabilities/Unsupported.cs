namespace ChatPS.Client.Capabilities;

/// <summary>What a resource says to a wish its platform has no place for, before anything is sent.</summary>
internal static class Unsupported
{
    /// <exception cref="ChatException">The value was given.</exception>
    public static void IfGiven(object? value, ChatPlatform platform, string parameter)
    {
        if (value is not (null or false))
            throw Of(platform, parameter);
    }

    /// <summary>What is said then.</summary>
    public static ChatException Of(ChatPlatform platform, string parameter) => new(
        ChatErrorReason.NotSupported, $"{platform} has nothing for -{parameter} here.")
    {
        Advice = $"Leave -{parameter} out for {platform}.",
    };

    /// <summary>What platforms say whose rooms have neither an owner to choose nor guests.</summary>
    /// <exception cref="ChatException">Something was given that only such rooms have.</exception>
    public static void IfOwned(NewRoom room, ChatPlatform platform)
    {
        IfGiven(room.Owner, platform, "Owner");
        IfGiven(room.GuestAccess is not null, platform, "GuestAccess");
    }

    /// <summary>The same to a change, and that there are no pictures of rooms either.</summary>
    /// <exception cref="ChatException">Something was given that only such rooms have.</exception>
    public static void IfOwned(RoomChange change, ChatPlatform platform)
    {
        IfGiven(change.Owner, platform, "Owner");
        IfGiven(change.GuestAccess is not null, platform, "GuestAccess");
        IfGiven(change.Avatar.IsGiven, platform, "Avatar");
    }

    /// <summary>What platforms say that have neither schemes nor groups which govern who is in a room.</summary>
    /// <exception cref="ChatException">One was given.</exception>
    public static void IfGoverned(RoomChange change, ChatPlatform platform)
    {
        IfGiven(change.Scheme.IsGiven, platform, "Scheme");
        IfGiven(change.GroupConstrained is not null, platform, "GroupConstrained");
    }

    /// <summary>The same of teams.</summary>
    /// <exception cref="ChatException">One was given.</exception>
    public static void IfGoverned(TeamChange change, ChatPlatform platform)
    {
        IfGiven(change.Scheme.IsGiven, platform, "Scheme");
        IfGiven(change.GroupConstrained is not null, platform, "GroupConstrained");
    }

    /// <summary>What platforms say that know of an invited person no more than the e-mail address.</summary>
    /// <exception cref="ChatException">More was given.</exception>
    public static void IfNamed(NewInvite invite, ChatPlatform platform)
    {
        if (!invite.IsNamedByHand)
            return;
        IfGiven(invite.Name, platform, "DisplayName");
        IfGiven(invite.Position, platform, "Position");
    }

    /// <summary>What platforms say that invite people to teams alone.</summary>
    /// <exception cref="ChatException">A guest is invited, or something is to be said to who is.</exception>
    public static void IfOfGuests(NewInvite invite, ChatPlatform platform)
    {
        IfGiven(invite.Guest, platform, "Guest");
        IfGiven(invite.Rooms, platform, "Room");
        IfGiven(invite.Message, platform, "Message");
    }

    /// <summary>What platforms say whose lists of users leave neither guests nor deleted accounts out.</summary>
    /// <exception cref="ChatException">They were asked for.</exception>
    public static void IfOfOthers(UserFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.IncludeGuest, platform, "IncludeGuest");
        IfGiven(filter.IncludeDeleted, platform, "IncludeDeleted");
    }

    /// <summary>What platforms say that know the teams of the account alone.</summary>
    /// <exception cref="ChatException">Those of somebody else were asked for.</exception>
    public static void IfOfOthers(TeamFilter filter, ChatPlatform platform) => IfGiven(filter.User is { IsMe: false }, platform, "User");

    /// <summary>What platforms say whose users belong neither to several teams nor to groups of a directory.</summary>
    /// <exception cref="ChatException">Such users were asked for.</exception>
    public static void IfOfGroups(UserFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.WithoutTeam, platform, "WithoutTeam");
        IfGiven(filter.Group, platform, "Group");
        IfGiven(filter.NotInGroups, platform, "NotInGroup");
        IfGiven(filter.InvalidEmail, platform, "InvalidEmail");
    }

    /// <summary>What platforms say that leave accounts to those who have them.</summary>
    /// <exception cref="ChatException">Something was given that only those change who run a server.</exception>
    public static void IfAdministered(UserChange change, ChatPlatform platform)
    {
        IfGiven(change.Account.AddedRoles, platform, "AddRole");
        IfGiven(change.Account.RemovedRoles, platform, "RemoveRole");
        IfGiven(change.Account.Bot is not null, platform, "Bot");
        IfGiven(change.Account.EmailVerified is not null, platform, "EmailVerified");
        IfGiven(change.Account.Mfa is not null, platform, "Mfa");
        IfGiven(change.Account.MfaCode, platform, "MfaCode");
        IfGiven(change.Account.AuthService, platform, "AuthService");
        IfGiven(change.Account.AuthData, platform, "AuthData");
        IfGiven(change.Account.Unlock, platform, "Unlock");
    }

    /// <summary>What platforms say that have no picture and no time zone of a user to change.</summary>
    /// <exception cref="ChatException">One was given.</exception>
    public static void IfPersonal(UserChange change, ChatPlatform platform)
    {
        IfGiven(change.TimeZone, platform, "TimeZone");
        IfGiven(change.Photo.IsGiven, platform, "Photo");
    }

    /// <summary>What platforms say that make no difference between who belongs to a room and who is in it.</summary>
    /// <exception cref="ChatException">Those who are in the room were asked for.</exception>
    public static void IfOfParticipants(RoomUserFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.Participant, platform, "Participant");
        IfGiven(filter.IncludeOffline, platform, "IncludeOffline");
    }

    /// <summary>What platforms say where nobody puts messages aside or follows threads.</summary>
    /// <exception cref="ChatException">Such messages were asked for.</exception>
    public static void IfFlagged(MessageFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.Flagged, platform, "Flagged");
        IfGiven(filter.Following, platform, "Following");
    }

    /// <summary>What platforms whose messages are text in rooms say to one that is more.</summary>
    /// <exception cref="ChatException">It has a form of its own.</exception>
    public static void IfStyled(NewMessage message, ChatPlatform platform)
    {
        IfGiven(message.Link, platform, "Link");
        IfStyled(message.Style, platform);
    }

    /// <summary>The same to the form alone.</summary>
    /// <exception cref="ChatException">It has one.</exception>
    public static void IfStyled(MessageStyle style, ChatPlatform platform)
    {
        IfGiven(style.Notify is null ? null : style, platform, "Notify");
        IfGiven(style.Color, platform, "Color");
        IfGiven(style.Format, platform, "Format");
        IfGiven(style.Card, platform, "Card");
        IfGiven(style.From, platform, "From");
    }

    /// <summary>What platforms say whose webhooks are of apps and rooms, to those that take messages or tell of them.</summary>
    /// <exception cref="ChatException">Something was given that only such webhooks have.</exception>
    public static void IfOfMessages(WebhookOwner owner, ChatPlatform platform)
    {
        IfGiven(owner.Team, platform, "Team");
        IfGiven(owner.Direction, platform, "Direction");
    }

    /// <summary>The same to what such a webhook is to be.</summary>
    /// <exception cref="ChatException">Something was given that only such webhooks have.</exception>
    public static void IfOfMessages(MessageHook hook, IReadOnlyList<string>? urls, ChatPlatform platform)
    {
        IfGiven(hook.Description.IsGiven, platform, "Description");
        IfGiven(hook.Room.IsGiven, platform, "NewRoom");
        IfGiven(hook.Owner, platform, "Owner");
        IfGiven(hook.PostAs.IsGiven, platform, "PostAs");
        IfGiven(hook.IconUrl.IsGiven, platform, "IconUrl");
        IfGiven(hook.RoomLocked is not null, platform, "RoomLocked");
        IfGiven(hook.TriggerWords, platform, "TriggerWord");
        IfGiven(hook.TriggerWhen, platform, "TriggerWhen");
        IfGiven(hook.ContentType, platform, "ContentType");
        IfGiven(hook.Regenerate, platform, "Regenerate");
        if (urls is { Count: > 1 })
            throw new ChatException(ChatErrorReason.InvalidRequest, $"A webhook of {platform} has one address, and several were given.")
            {
                Advice = "Make one for each.",
            };
    }

    /// <summary>What platforms say whose webhooks are of rooms, to an app or an add-on.</summary>
    /// <exception cref="ChatException">One was named.</exception>
    public static void IfOfApp(WebhookOwner owner, ChatPlatform platform)
    {
        IfGiven(owner.Addon, platform, "Addon");
        if (owner.App is not null)
            throw new ChatException(ChatErrorReason.NotSupported, $"{platform} has nothing for -App here, and '{owner.App}' was given for one.")
            {
                Advice = "Name the room with -Room, and the webhook, its address and its event by the names of their parameters too.",
            };
    }

    /// <summary>What platforms say whose messages are seen by the whole room.</summary>
    /// <exception cref="ChatException">Somebody was named who alone shall see it.</exception>
    public static void IfForOne(NewMessage message, ChatPlatform platform) => IfGiven(message.VisibleTo, platform, "VisibleTo");

    /// <summary>What platforms say where a message is its text.</summary>
    /// <exception cref="ChatException">Something else was to change.</exception>
    public static void IfMoreThanText(MessageChange change, ChatPlatform platform)
    {
        IfGiven(change.Pinned is not null, platform, "Pinned");
        IfGiven(change.Flagged is not null, platform, "Flagged");
        IfGiven(change.Following is not null, platform, "Following");
        IfGiven(change.Version, platform, "Version");
        IfGiven(change.Props, platform, "Props");
    }

    /// <summary>What platforms whose rooms belong to no app say to one.</summary>
    /// <exception cref="ChatException">An app was named.</exception>
    public static void IfOfApp(RoomRef room, ChatPlatform platform) => IfGiven(room.App, platform, "App");

    /// <summary>The same to a list of rooms.</summary>
    /// <exception cref="ChatException">Something was given that only rooms of apps have.</exception>
    public static void IfOfApp(RoomFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.App, platform, "App");
        IfGiven(filter.Process, platform, "Process");
        IfGiven(filter.Active, platform, "Active");
        IfGiven(filter.Inactive, platform, "Inactive");
    }

    /// <summary>The same to a new room.</summary>
    /// <exception cref="ChatException">Something was given that only rooms of apps have.</exception>
    public static void IfOfApp(NewRoom room, ChatPlatform platform)
    {
        IfGiven(room.App, platform, "App");
        IfGiven(room.Region, platform, "Region");
        IfGiven(room.Config, platform, "Config");
        IfGiven(room.Deployment, platform, "Deployment");
        IfGiven(room.ClientIPs, platform, "ClientIP");
    }
}
