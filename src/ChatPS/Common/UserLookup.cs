using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>
/// Looks up the users of one call together, when the first of them is needed: after -WhatIf and -Confirm had their say,
/// and in one request instead of one for each. Changes ask for it first thing, on the pipeline's thread.
/// </summary>
internal sealed class UserLookup(IReadOnlyList<UserRef> users)
{
    private readonly Dictionary<IUserWriter, Task> _lookups = [];

    public Task ReadyAsync(IUserWriter writer, CallContext context)
    {
        if (!_lookups.TryGetValue(writer, out var lookup))
            _lookups[writer] = lookup = writer.PrepareAsync(users, context);
        return lookup;
    }
}
