namespace Nabij.Modules.Reach.Domain;

public enum MessageState
{
    /// <summary>For its moment, or for a new try.</summary>
    Waiting,

    /// <summary>A node is handing it to the mail server or the text message gateway.</summary>
    Sending,
    OnCallList,
    ToPrint,
    ToVisit,

    Sent,
    Called,
    Printed,
    Visited,
    Cancelled,
    Expired,
    Failed,
}

/// <summary>What may follow on what, and why. A message that has ended is in one of the states that nothing follows.</summary>
public static class MessageStates
{
    public static readonly IReadOnlyList<(MessageState From, MessageState To, string Why)> Changes =
    [
        (MessageState.Waiting, MessageState.Sending, "its moment came, and the person is told by mail or text message"),
        (MessageState.Waiting, MessageState.OnCallList, "its moment came, and the person is called"),
        (MessageState.Waiting, MessageState.ToPrint, "its moment came, and the person gets a letter"),
        (MessageState.Waiting, MessageState.ToVisit, "its moment came, and the concierge passes by"),
        (MessageState.Waiting, MessageState.Failed, "there is no way to reach the person: the desk takes over"),
        (MessageState.Waiting, MessageState.Cancelled, "it is no longer true"),
        (MessageState.Waiting, MessageState.Expired, "it would come too late to be of use"),
        (MessageState.Sending, MessageState.Sent, "the mail server or the gateway took it"),
        (MessageState.Sending, MessageState.Waiting, "it was not taken, or the node stopped halfway: another try"),
        (MessageState.Sending, MessageState.Cancelled, "the node stopped halfway and meanwhile it is no longer true"),
        (MessageState.OnCallList, MessageState.Called, "somebody spoke to the person"),
        (MessageState.OnCallList, MessageState.Waiting, "nobody answers, or the number is wrong: another way"),
        (MessageState.OnCallList, MessageState.Cancelled, "it is no longer true"),
        (MessageState.OnCallList, MessageState.Expired, "it would come too late to be of use"),
        (MessageState.ToPrint, MessageState.Printed, "somebody printed it to put it in the post"),
        (MessageState.ToPrint, MessageState.Cancelled, "it is no longer true"),
        (MessageState.ToPrint, MessageState.Expired, "it would come too late to be of use"),
        (MessageState.ToVisit, MessageState.Visited, "somebody spoke to the person at the door"),
        (MessageState.ToVisit, MessageState.Waiting, "nobody is ever at home: another way"),
        (MessageState.ToVisit, MessageState.Cancelled, "it is no longer true"),
        (MessageState.ToVisit, MessageState.Expired, "it would come too late to be of use"),
    ];

    /// <summary>The states in which something is still to be done.</summary>
    public static readonly IReadOnlyList<MessageState> Open = [.. Changes.Select(c => c.From).Distinct()];

    public static bool Allows(MessageState from, MessageState to) => Changes.Any(c => c.From == from && c.To == to);
}
