using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>What is to be done for one user.</summary>
/// <param name="Writer">What does it.</param>
/// <param name="User">The user.</param>
/// <param name="Target">The user or the room, for the error if there is one.</param>
/// <param name="Change">Does the work and gives what to emit. It must not look at the cmdlet's parameters: the next item changes them.</param>
/// <param name="Room">The room it is done in, where it is one.</param>
internal sealed record UserWork(IUserWriter Writer, UserRef User, object Target, Func<CallContext, Task<object?>> Change, RoomRef? Room = null);
