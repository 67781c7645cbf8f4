using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>
/// Looks up the users of one call together, when the first of them is needed: after -WhatIf and -Confirm had their say,
/// and in one request instead of one for each.
/// </summary>
internal sealed class UserLookup(IReadOnlyList<UserRef> users)
{
    private Task? _lookup;

    public Task ReadyAsync(IUserWriter writer, CallContext context) => _lookup ??= writer.PrepareAsync(users, context);
}
