import type { Shape } from '#lib/rdf/shape.ts';
import { joinLetter, leaveLetter, refusalLetter } from '#lib/chats/letters/letter.shape.ts';
import {
  chatDay,
  chatMessage,
  chatThread,
  longChat,
  longChatInvite,
  participation,
  privateKey,
  publicKey,
  reaction
} from '#lib/chats/long-chat.shape.ts';
import { keptChat } from '#lib/chats/mine.ts';
import { readMarker } from '#lib/chats/reading/read-marker.shape.ts';
import { addressBook, groupIndex, personEntry } from '#lib/people/address-book.shape.ts';
import { contact, webAddress } from '#lib/people/contact.shape.ts';
import { accept, offer, reject, undo } from '#lib/people/friend-activity.shape.ts';
import { group, memberLink } from '#lib/people/group.shape.ts';
import { invite } from '#lib/people/invite.shape.ts';
import { profile } from '#lib/people/profile.shape.ts';
import { relationship, streams } from '#lib/people/relationship.shape.ts';
import { subscription } from '#lib/people/subscription.shape.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import { postDelete, postUpdate, tombstone } from '#lib/posts/post-change.shape.ts';
import { post } from '#lib/posts/post.shape.ts';
import { recentPage } from '#lib/posts/recent-page.shape.ts';

/** Every shape table of the project, under the sh:codeIdentifier of its published form. */
export const TABLES: Record<string, Shape> = {
  Profile: profile,
  Post: post,
  Tombstone: tombstone,
  RecentPage: recentPage,
  PostUpdate: postUpdate,
  PostDelete: postDelete,
  Offer: offer,
  Accept: accept,
  Reject: reject,
  Undo: undo,
  Relationship: relationship,
  Streams: streams,
  Subscription: subscription,
  Invite: invite,
  AddressBook: addressBook,
  PersonEntry: personEntry,
  GroupIndex: groupIndex,
  Group: group,
  MemberLink: memberLink,
  Contact: contact,
  WebAddress: webAddress,
  TypeRegistration: typeRegistration,
  LongChat: longChat,
  Participation: participation,
  LongChatInvite: longChatInvite,
  KeptChat: keptChat,
  ReadMarker: readMarker,
  ChatJoin: joinLetter,
  ChatLeave: leaveLetter,
  ChatRefusal: refusalLetter,
  ChatMessage: chatMessage,
  Reaction: reaction,
  ChatThread: chatThread,
  ChatDay: chatDay,
  PublicKey: publicKey,
  PrivateKey: privateKey
};
