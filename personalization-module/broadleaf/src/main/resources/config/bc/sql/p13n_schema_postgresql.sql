-- The personalization module's tables for PostgreSQL 9 and later, for a shop whose schema is not made by hbm2ddl.

create table P13N_INTERACTION (
  INTERACTION_ID int8 not null,
  CATEGORY_ID int8 not null,
  DETAIL_TEXT varchar(2000),
  DETAIL_VALUE int4,
  IMPRESSION_ID int8,
  OCCURRED_AT int8 not null,
  ORDER_ID int8 not null,
  PRODUCT_ID int8 not null,
  QUANTITY int4 not null,
  SEARCH_TERM varchar(255),
  SHOPPER_ID int8 not null,
  SHOPPING_CONTEXT varchar(64),
  TYPE_CODE int4 not null,
  primary key (INTERACTION_ID)
);

create index P13N_INTERACTION_PRODUCT_IDX on P13N_INTERACTION (PRODUCT_ID);

create index P13N_INTERACTION_SHOPPER_IDX on P13N_INTERACTION (SHOPPER_ID, OCCURRED_AT);

create index P13N_INTERACTION_TIME_IDX on P13N_INTERACTION (OCCURRED_AT);

create table P13N_IMPRESSION (
  IMPRESSION_ID int8 not null,
  CATEGORY_ID int8 not null,
  MODEL_VERSION int8 not null,
  PLACEMENT varchar(100) not null,
  PRODUCT_IDS varchar(2000) not null,
  SHOPPER_ID int8 not null,
  SHOPPING_CONTEXT varchar(64),
  SHOWN_AT int8 not null,
  STRATEGY varchar(100) not null,
  primary key (IMPRESSION_ID)
);

create index P13N_IMPRESSION_SHOPPER_IDX on P13N_IMPRESSION (SHOPPER_ID, SHOWN_AT);

create index P13N_IMPRESSION_TIME_IDX on P13N_IMPRESSION (SHOWN_AT);

create table P13N_ROLL_UP (
  ROLL_UP_ID varchar(50) not null,
  DAY_NUMBER int4 not null,
  INTERACTIONS int8 not null,
  PIECES int8 not null,
  PRODUCT_ID int8 not null,
  TYPE_CODE int4 not null,
  primary key (ROLL_UP_ID)
);

create index P13N_ROLL_UP_DAY_IDX on P13N_ROLL_UP (DAY_NUMBER);

create table P13N_IDENTITY (
  ALIAS_ID int8 not null,
  LINKED_AT int8 not null,
  SHOPPER_ID int8 not null,
  primary key (ALIAS_ID)
);

create index P13N_IDENTITY_SHOPPER_IDX on P13N_IDENTITY (SHOPPER_ID);

create table P13N_CONSENT (
  SHOPPER_ID int8 not null,
  CHANGED_AT int8 not null,
  CONSENT_STATE varchar(20) not null,
  TEXT_VERSION varchar(50) not null,
  primary key (SHOPPER_ID)
);

create index P13N_CONSENT_TIME_IDX on P13N_CONSENT (CHANGED_AT);

create table P13N_ERASURE (
  ERASURE_ID varchar(36) not null,
  ERASED_AT int8 not null,
  REQUESTED_BY varchar(20) not null,
  ROWS_REMOVED int8 not null,
  SHOPPER_MARK varchar(64),
  primary key (ERASURE_ID)
);

create index P13N_ERASURE_TIME_IDX on P13N_ERASURE (ERASED_AT);

create table P13N_ORDER (
  ORDER_ID int8 not null,
  KEPT_APART boolean,
  LEARNED_AT int8 not null,
  ORDER_STATUS varchar(255) not null,
  primary key (ORDER_ID)
);

create table P13N_ORDER_APART (
  ORDER_ID int8 not null,
  NOTED_AT int8 not null,
  primary key (ORDER_ID)
);

create table P13N_PROFILE (
  SHOPPER_ID int8 not null,
  PROFILE text not null,
  REVISION int8 not null,
  UPDATED_AT int8 not null,
  primary key (SHOPPER_ID)
);

create table P13N_SETTING (
  NAME varchar(100) not null,
  CHANGED_AT int8 not null,
  CHANGED_BY varchar(100) not null,
  SETTING_VALUE varchar(1000) not null,
  primary key (NAME)
);

create table P13N_NODE (
  NODE_NAME varchar(100) not null,
  INTERACTIONS_LEARNED int8 not null,
  LAST_ERROR_AT int8 not null,
  LAST_ERROR_KIND varchar(255),
  MODEL_ITEMS int4 not null,
  MODEL_SIZE_BYTES int8 not null,
  MODEL_TRAINED_AT int8 not null,
  MODEL_TRAINING_MILLIS int8 not null,
  MODEL_VERSION int8 not null,
  QUEUE_DEPTH int4 not null,
  QUEUE_DROPPED int8 not null,
  SEEN_AT int8 not null,
  SHOPPERS_CACHED int4 not null,
  primary key (NODE_NAME)
);

create table P13N_MODEL (
  MODEL_VERSION int8 not null,
  BEGAN_AT int8 not null,
  IMPORTED int8 not null,
  INTERACTIONS int8 not null,
  ITEMS int4 not null,
  LATE_WORD varchar(50),
  PARTS int4 not null,
  SNAPSHOT_BYTES int8 not null,
  TRAINED_AT int8 not null,
  TRAINED_BY varchar(100) not null,
  primary key (MODEL_VERSION)
);

create table P13N_MODEL_PART (
  PART_ID varchar(40) not null,
  CONTENT text not null,
  MODEL_VERSION int8 not null,
  primary key (PART_ID)
);

create index P13N_MODEL_PART_VERSION_IDX on P13N_MODEL_PART (MODEL_VERSION);

create table P13N_TRAINING (
  TRAINING_NAME varchar(50) not null,
  CANCEL_ASKED_AT int8 not null,
  CANCELLED_AT int8 not null,
  WORK_DONE int8 not null,
  HOLDER varchar(100) not null,
  PHASE varchar(50) not null,
  RENEWALS int8 not null,
  WORK_TOTAL int8 not null,
  WANTED_AT int8 not null,
  primary key (TRAINING_NAME)
);
