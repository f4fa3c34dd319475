-- The personalization module's tables for H2, for a shop whose schema is not made by hbm2ddl.

create table P13N_INTERACTION (
  INTERACTION_ID bigint not null,
  CATEGORY_ID bigint not null,
  DETAIL_TEXT varchar(2000),
  DETAIL_VALUE integer,
  IMPRESSION_ID bigint,
  OCCURRED_AT bigint not null,
  ORDER_ID bigint not null,
  PRODUCT_ID bigint not null,
  QUANTITY integer not null,
  SEARCH_TERM varchar(255),
  SHOPPER_ID bigint not null,
  SHOPPING_CONTEXT varchar(64),
  TYPE_CODE integer not null,
  primary key (INTERACTION_ID)
);

create index P13N_INTERACTION_PRODUCT_IDX on P13N_INTERACTION (PRODUCT_ID);

create index P13N_INTERACTION_SHOPPER_IDX on P13N_INTERACTION (SHOPPER_ID, OCCURRED_AT);

create index P13N_INTERACTION_TIME_IDX on P13N_INTERACTION (OCCURRED_AT);

create table P13N_IMPRESSION (
  IMPRESSION_ID bigint not null,
  CATEGORY_ID bigint not null,
  MODEL_VERSION bigint not null,
  PLACEMENT varchar(100) not null,
  PRODUCT_IDS varchar(2000) not null,
  SHOPPER_ID bigint not null,
  SHOPPING_CONTEXT varchar(64),
  SHOWN_AT bigint not null,
  STRATEGY varchar(100) not null,
  primary key (IMPRESSION_ID)
);

create index P13N_IMPRESSION_SHOPPER_IDX on P13N_IMPRESSION (SHOPPER_ID, SHOWN_AT);

create index P13N_IMPRESSION_TIME_IDX on P13N_IMPRESSION (SHOWN_AT);

create table P13N_ROLL_UP (
  ROLL_UP_ID varchar(50) not null,
  DAY_NUMBER integer not null,
  INTERACTIONS bigint not null,
  PIECES bigint not null,
  PRODUCT_ID bigint not null,
  TYPE_CODE integer not null,
  primary key (ROLL_UP_ID)
);

create index P13N_ROLL_UP_DAY_IDX on P13N_ROLL_UP (DAY_NUMBER);

create table P13N_IDENTITY (
  ALIAS_ID bigint not null,
  LINKED_AT bigint not null,
  SHOPPER_ID bigint not null,
  primary key (ALIAS_ID)
);

create index P13N_IDENTITY_SHOPPER_IDX on P13N_IDENTITY (SHOPPER_ID);

create table P13N_CONSENT (
  SHOPPER_ID bigint not null,
  CHANGED_AT bigint not null,
  CONSENT_STATE varchar(20) not null,
  TEXT_VERSION varchar(50) not null,
  primary key (SHOPPER_ID)
);

create index P13N_CONSENT_TIME_IDX on P13N_CONSENT (CHANGED_AT);

create table P13N_ERASURE (
  ERASURE_ID varchar(36) not null,
  ERASED_AT bigint not null,
  REQUESTED_BY varchar(20) not null,
  ROWS_REMOVED bigint not null,
  SHOPPER_MARK varchar(64),
  primary key (ERASURE_ID)
);

create index P13N_ERASURE_TIME_IDX on P13N_ERASURE (ERASED_AT);

create table P13N_ORDER (
  ORDER_ID bigint not null,
  KEPT_APART boolean,
  LEARNED_AT bigint not null,
  ORDER_STATUS varchar(255) not null,
  primary key (ORDER_ID)
);

create table P13N_ORDER_APART (
  ORDER_ID bigint not null,
  NOTED_AT bigint not null,
  primary key (ORDER_ID)
);

create table P13N_PROFILE (
  SHOPPER_ID bigint not null,
  PROFILE clob not null,
  REVISION bigint not null,
  UPDATED_AT bigint not null,
  primary key (SHOPPER_ID)
);

create table P13N_SETTING (
  NAME varchar(100) not null,
  CHANGED_AT bigint not null,
  CHANGED_BY varchar(100) not null,
  SETTING_VALUE varchar(1000) not null,
  primary key (NAME)
);

create table P13N_NODE (
  NODE_NAME varchar(100) not null,
  INTERACTIONS_LEARNED bigint not null,
  LAST_ERROR_AT bigint not null,
  LAST_ERROR_KIND varchar(255),
  MODEL_ITEMS integer not null,
  MODEL_SIZE_BYTES bigint not null,
  MODEL_TRAINED_AT bigint not null,
  MODEL_TRAINING_MILLIS bigint not null,
  MODEL_VERSION bigint not null,
  QUEUE_DEPTH integer not null,
  QUEUE_DROPPED bigint not null,
  SEEN_AT bigint not null,
  SHOPPERS_CACHED integer not null,
  primary key (NODE_NAME)
);

create table P13N_MODEL (
  MODEL_VERSION bigint not null,
  BEGAN_AT bigint not null,
  IMPORTED bigint not null,
  INTERACTIONS bigint not null,
  ITEMS integer not null,
  LATE_WORD varchar(50),
  PARTS integer not null,
  SNAPSHOT_BYTES bigint not null,
  TRAINED_AT bigint not null,
  TRAINED_BY varchar(100) not null,
  primary key (MODEL_VERSION)
);

create table P13N_MODEL_PART (
  PART_ID varchar(40) not null,
  CONTENT clob not null,
  MODEL_VERSION bigint not null,
  primary key (PART_ID)
);

create index P13N_MODEL_PART_VERSION_IDX on P13N_MODEL_PART (MODEL_VERSION);

create table P13N_TRAINING (
  TRAINING_NAME varchar(50) not null,
  CANCEL_ASKED_AT bigint not null,
  CANCELLED_AT bigint not null,
  WORK_DONE bigint not null,
  HOLDER varchar(100) not null,
  PHASE varchar(50) not null,
  RENEWALS bigint not null,
  WORK_TOTAL bigint not null,
  WANTED_AT bigint not null,
  primary key (TRAINING_NAME)
);
